package org.sockmortem.diagnosis;

import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which findings may be behind another one: a limit that was reached has a reason, and several may compete. */
final class Origins {
    /** Limits that are reached because of something. */
    private static final Set<String> REACHED =
            Set.of("orphan-limit-reached", "tcp-memory-limit-reached", "orphans-or-memory", "file-handles-exhausted");

    /** That something. */
    private static final Set<String> REASONS = Set.of(
            "orphan-limit-lowered",
            "tcp-memory-limit-misconfigured",
            "mass-close",
            "application-leak",
            "kernel-memory-exhausted",
            "recurring-bursts");

    private Origins() {}

    /** The findings, each reached limit with what may be behind it, the surest first, then in the order of the findings. */
    static List<Finding> ranked(List<Finding> findings) {
        return findings.stream()
                .map(f -> REACHED.contains(f.cause()) ? ranked(f, findings) : f)
                .toList();
    }

    private static Finding ranked(Finding reached, List<Finding> findings) {
        BitSet bursts = reached.bursts().numbers();
        List<Finding> behind = findings.stream()
                .filter(f -> REASONS.contains(f.cause()) && f.verdict() != Verdict.RULED_OUT)
                .filter(f -> f.bursts().numbers().intersects(bursts))
                .sorted(Comparator.comparing(Finding::verdict))
                .toList();
        if (behind.isEmpty()) {
            return reached;
        }
        String list = behind.stream()
                .map(f -> Sentences.of("origin", f.cause(), f.verdict().id(), f.id()))
                .collect(Collectors.joining(", "));
        String key = behind.size() == 1 ? "origins.one" : "origins.many";
        return reached.with(new Evidence(Sentences.of(key, list, behind.get(0).id()), null));
    }
}
