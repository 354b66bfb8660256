package org.sockmortem.fleet.story;

import java.util.List;
import java.util.Map;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;

/**
 * One cause on several hosts, with the same captured settings behind it.
 *
 * @param cause its id
 * @param settings the values of the sysctls that govern it; empty where none was captured
 * @param severity the worst of the hosts'
 * @param verdict the surest of the hosts'
 * @param hosts names, in order, at most {@value #MOST_HOSTS}
 * @param count how many hosts
 */
public record SameCause(
        String cause, Map<String, String> settings, Severity severity, Verdict verdict, List<String> hosts, int count) {
    static final int MOST_HOSTS = 100;

    /** Copies the list. */
    public SameCause {
        hosts = List.copyOf(hosts);
    }
}
