package org.sockmortem.fleet;

import java.util.List;
import java.util.Map;
import org.sockmortem.timeline.Incident;

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
}
