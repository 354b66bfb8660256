package org.sockmortem.postmortem;

import java.util.List;

/**
 * A whole run's report.
 *
 * @param version of the program
 * @param coverage what was read
 * @param hosts in order of their names
 */
public record Report(String version, Coverage coverage, List<HostReport> hosts) {
    /** Copies the list. */
    public Report {
        hosts = List.copyOf(hosts);
    }
}
