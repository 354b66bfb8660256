package org.sockmortem.timeline;

import java.util.List;
import org.sockmortem.clock.Moment;

/**
 * Bursts of a host that touch within the gap: what a post-mortem is about.
 *
 * @param id host and a number, such as {@code localhost/incident-1}
 * @param start of its first burst
 * @param end of its last
 * @param bursts ids
 * @param context what else happened during it or shortly before
 */
public record Incident(String id, Moment start, Moment end, List<String> bursts, List<ContextEvent> context) {
    /** Copies the lists. */
    public Incident {
        bursts = List.copyOf(bursts);
        context = List.copyOf(context);
    }
}
