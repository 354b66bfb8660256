package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Citation;
import org.sockmortem.timeline.ContextEvent;

/** The machine, or a container in it, ran out of memory: told by the OOM killer, or by allocations that failed. */
final class KernelMemoryExhausted implements Rule {
    /** Events that are cited one by one. */
    private static final int CITED = 5;

    private static final Pattern SINGLE_PAGE = Pattern.compile("order:0\\b");

    @Override
    public String cause() {
        return "kernel-memory-exhausted";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<ContextEvent> events = c.context(Signal.MEMORY_OOM_KILL, Signal.MEMORY_ALLOCATION_FAILURE);
        if (events.isEmpty()) {
            return List.of();
        }
        Draft draft = new Draft(cause(), beside(c), "vm.min_free_kbytes");
        events.stream()
                .limit(CITED)
                .forEach(e -> draft.because(
                        e.citation().ref(), "oom.line", e.citation().text()));
        if (events.size() > CITED) {
            int more = events.size() - CITED;
            draft.because(null, more == 1 ? "oom.more.one" : "oom.more.many", more);
        }
        boolean killed = events.stream().anyMatch(e -> e.signal() == Signal.MEMORY_OOM_KILL);
        boolean single = events.stream()
                .anyMatch(e -> SINGLE_PAGE.matcher(e.citation().text()).find());
        draft.because(null, killed ? "oom.killed" : single ? "oom.single-page" : "oom.fragmented");
        boolean told = describeWhose(draft, c);
        if (!told) {
            draft.decide(killed && !c.mayBeBefore2632() ? "oom.cgroup.missing" : "oom.often.missing");
        }
        TcpMemory.of(c).ifPresent(m -> m.describe(draft));
        draft.missing("oom.who.missing")
                .action(Remedy.Kind.APPLICATION, "oom.application")
                .action(Remedy.Kind.COLLECT, "oom.collect")
                .avoid("oom.not.limits");
        return List.of(draft.finding(
                killed ? Severity.CRITICAL : Severity.WARNING,
                told ? Verdict.CONFIRMED : killed || single ? Verdict.LIKELY : Verdict.POSSIBLE));
    }

    /** Says whether it was the machine's memory or a control group's; whether the lines tell. */
    private static boolean describeWhose(Draft draft, Case c) {
        List<OomKill> kills =
                c.context(Signal.MEMORY_OOM_KILL).stream().map(OomKill::new).toList();
        Optional<Citation> group =
                kills.stream().flatMap(k -> k.group().stream()).findFirst();
        Optional<Citation> machine =
                kills.stream().flatMap(k -> k.machine().stream()).findFirst();
        group.ifPresent(line -> draft.because(line.ref(), "oom.group"));
        machine.ifPresent(line -> draft.because(line.ref(), "oom.machine"));
        return group.isPresent() || machine.isPresent();
    }

    /** The bursts of the incidents in which memory ran short. */
    private static List<Burst> beside(Case c) {
        Set<String> ids = c.incidents().stream()
                .filter(i -> i.context().stream()
                        .anyMatch(e ->
                                e.signal() == Signal.MEMORY_OOM_KILL || e.signal() == Signal.MEMORY_ALLOCATION_FAILURE))
                .flatMap(i -> i.bursts().stream())
                .collect(Collectors.toSet());
        return c.bursts().stream().filter(b -> ids.contains(b.id())).toList();
    }
}
