package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All the rules. */
public final class RuleBook {
    private static final List<Rule> RULES = List.of(
            new OrphanLimitReached(),
            new OrphanLimitLowered(),
            new TcpMemoryLimitReached(),
            new TcpMemoryLimitMisconfigured(),
            new OrphansOrMemory(),
            new MassClose(),
            new ListenBacklogTooSmall(),
            new SynCookiesOff(),
            new ConntrackTableFull(),
            new ConntrackExpectationsFull(),
            new NeighbourTableFull(),
            new RouteCacheFull(),
            new TimeWaitBucketsFull(),
            new FileHandlesExhausted(),
            new KernelMemoryExhausted(),
            new ApplicationLeak(),
            new RecurringBursts(),
            new HarmfulSettings());

    /** What a reboot loses concerns the host, so the foremost finding alone says it. */
    private static final Remedy SAVE = new Remedy(Remedy.Kind.COLLECT, Sentences.of("save"), Map.of());

    private RuleBook() {}

    /** The causes that some rule can find, in the order of the book. */
    public static List<String> causes() {
        return RULES.stream().map(Rule::cause).toList();
    }

    /** What all rules find, the worst and surest and earliest first, numbered {@code host/finding-1} and on. */
    public static List<Finding> examine(Case c) {
        List<Finding> found = new ArrayList<>();
        RULES.forEach(rule -> found.addAll(rule.examine(c)));
        found.sort(Comparator.comparing(Finding::severity)
                .reversed()
                .thenComparing(Finding::verdict)
                // bursts are numbered in order of time; findings without one come last
                .thenComparingInt(f -> f.bursts().earliest()));
        List<Finding> numbered = new ArrayList<>();
        for (Finding finding : found) {
            Finding told = numbered.isEmpty() && !finding.bursts().isEmpty() ? finding.with(SAVE) : finding;
            numbered.add(told.withId(c.host() + "/finding-" + (numbered.size() + 1)));
        }
        return Origins.ranked(numbered);
    }
}
