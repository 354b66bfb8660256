package org.sockmortem.fleet;

import java.util.List;
import java.util.Map;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Callers;
import org.sockmortem.timeline.Incident;
import org.sockmortem.timeline.Suppressed;

/** Hosts for tests. */
public final class Facts {
    private Facts() {}

    /** A host with incidents and captured settings, and nothing else. */
    public static HostFacts of(String name, List<Incident> incidents, Map<String, String> settings) {
        HostFacts empty = HostFacts.failed(name, name, "");
        return new HostFacts(
                name,
                name,
                Status.OK,
                null,
                List.of(),
                empty.release(),
                empty.boots(),
                null,
                Map.of(),
                empty.totals(),
                0,
                empty.bursts(),
                incidents,
                empty.findings(),
                settings,
                null,
                null,
                List.of(),
                1,
                1,
                1);
    }

    /** A host with boots, the kernels that they ran, and when its logs begin and end. */
    public static HostFacts of(
            String name,
            List<Boot> boots,
            Map<Integer, String> releases,
            List<Burst> bursts,
            List<Incident> incidents,
            Moment first,
            Moment last) {
        return new HostFacts(
                name, name, Status.OK, null, List.of(), null, boots, null, releases, List.of(), 0, bursts, incidents,
                List.of(), Map.of(), first, last, List.of(), 1, 1, 1);
    }

    /** A burst of one line. */
    public static Burst burst(String host, int number, int boot, Moment at) {
        return new Burst(
                host,
                number,
                Signal.TCP_ORPHANS,
                boot,
                at,
                at,
                at,
                1,
                0,
                Suppressed.NONE,
                false,
                false,
                false,
                null,
                List.of(),
                List.of(),
                0,
                Callers.NONE);
    }
}
