package org.sockmortem.timeline;

import java.util.List;
import org.sockmortem.clock.Moment;

/**
 * Bursts of a host that touch within the gap: what a post-mortem is about.
 *
 * @param host whose incident it is
 * @param number among the host's incidents, from 1
 * @param start of its first burst
 * @param end of its last
 * @param firstBurst number of its first burst
 * @param lastBurst number of its last; those between are of it as well
 * @param context what else happened during it or shortly before
 */
public record Incident(
        String host, int number, Moment start, Moment end, int firstBurst, int lastBurst, List<ContextEvent> context) {
    /** Copies the list. */
    public Incident {
        context = List.copyOf(context);
    }

    /** Host and number, such as {@code localhost/incident-1}. */
    public String id() {
        return host + "/incident-" + number;
    }

    /** The same incident without what happened beside it: what is kept where there are very many. */
    public Incident brief() {
        return new Incident(host, number, start, end, firstBurst, lastBurst, List.of());
    }

    /** The ids of its bursts, in order. */
    public BurstIds bursts() {
        return BurstIds.from(host, firstBurst, lastBurst);
    }
}
