package org.sockmortem.fleet.story;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.fleet.HostFacts;

/** Counts hosts that have the same cause with the same settings: what one change in one template would cure. */
final class SameCauses {
    /** Settings that differ on every host, such as those reckoned from its memory, must not fill ours. */
    private static final int MOST_KINDS = 10_000;

    private final Map<Key, Counted> counted = new HashMap<>();

    private record Key(String cause, Map<String, String> settings) {}

    private static final class Counted {
        private final List<String> hosts = new ArrayList<>();
        private Severity severity = Severity.INFO;
        private Verdict verdict = Verdict.POSSIBLE;
        private int count;
    }

    void add(String host, HostFacts digest) {
        Set<Key> own = new HashSet<>();
        for (Finding finding : digest.findings()) {
            if (finding.verdict() == Verdict.RULED_OUT) {
                continue;
            }
            Map<String, String> settings = new TreeMap<>();
            for (String sysctl : finding.sysctls()) {
                String value = digest.settings().get(sysctl);
                if (value != null) {
                    settings.put(sysctl, value);
                }
            }
            Key key = new Key(finding.cause(), Collections.unmodifiableMap(settings));
            if (counted.size() >= MOST_KINDS && !counted.containsKey(key)) {
                continue;
            }
            count(counted.computeIfAbsent(key, k -> new Counted()), finding, own.add(key) ? host : null);
        }
    }

    private static void count(Counted all, Finding finding, @Nullable String newHost) {
        if (finding.severity().compareTo(all.severity) > 0) {
            all.severity = finding.severity();
        }
        if (finding.verdict().compareTo(all.verdict) < 0) {
            all.verdict = finding.verdict();
        }
        if (newHost != null) {
            all.count++;
            if (all.hosts.size() < SameCause.MOST_HOSTS) {
                all.hosts.add(newHost);
            }
        }
    }

    /** Those that several hosts have: the worst first, then what most have. */
    List<SameCause> result() {
        return counted.entrySet().stream()
                .filter(e -> e.getValue().count > 1)
                .map(e -> new SameCause(
                        e.getKey().cause(),
                        e.getKey().settings(),
                        e.getValue().severity,
                        e.getValue().verdict,
                        e.getValue().hosts,
                        e.getValue().count))
                .sorted(Comparator.comparing(SameCause::severity, Comparator.reverseOrder())
                        .thenComparing(SameCause::count, Comparator.reverseOrder())
                        .thenComparing(SameCause::cause)
                        .thenComparing(s -> s.settings().toString()))
                .toList();
    }
}
