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
        boolean killed = events.stream().anyMatch(e -> e.signal() == Signal.MEMORY_OOM_KILL);
        // How much the kernel keeps in reserve matters to what it needs at once, and to nobody's limit.
        String[] governing = killed ? new String[0] : new String[] {"vm.min_free_kbytes"};
        Draft draft = new Draft(cause(), beside(c), governing);
        events.stream()
                .limit(CITED)
                .forEach(e -> draft.because(
                        e.citation().ref(), "oom.line", e.citation().text()));
        if (events.size() > CITED) {
            int more = events.size() - CITED;
            draft.because(null, more == 1 ? "oom.more.one" : "oom.more.many", more);
        }
        boolean single = events.stream()
                .anyMatch(e -> SINGLE_PAGE.matcher(e.citation().text()).find());
        draft.because(null, killed ? "oom.killed" : single ? "oom.single-page" : "oom.fragmented");
        String scope = killed ? whose(draft, c) : single ? "refused" : "fragmented";
        boolean told = killed && !scope.equals("unknown");
        if (!told) {
            draft.decide(killed && !c.mayBeBefore2632() ? "oom.cgroup.missing" : "oom.often.missing");
        }
        boolean group = scope.equals("control-group");
        if (!group) {
            TcpMemory.of(c).ifPresent(m -> m.describe(draft));
        }
        draft.missing(group ? "oom.group.who.missing" : "oom.who.missing")
                .action(Remedy.Kind.APPLICATION, group ? "oom.group.application" : "oom.application")
                .action(Remedy.Kind.COLLECT, group ? "oom.group.collect" : "oom.collect")
                .avoid(group ? "oom.group.not.limits" : "oom.not.limits");
        return List.of(draft.finding(
                        killed ? Severity.CRITICAL : Severity.WARNING,
                        told ? Verdict.CONFIRMED : killed || single ? Verdict.LIKELY : Verdict.POSSIBLE)
                .of(scope));
    }

    /** Says whether it was the machine's memory or a control group's, as far as the lines tell. */
    private static String whose(Draft draft, Case c) {
        List<OomKill> kills =
                c.context(Signal.MEMORY_OOM_KILL).stream().map(OomKill::new).toList();
        Optional<Citation> group =
                kills.stream().flatMap(k -> k.group().stream()).findFirst();
        Optional<Citation> machine =
                kills.stream().flatMap(k -> k.machine().stream()).findFirst();
        boolean both = group.isPresent() && machine.isPresent();
        group.ifPresent(line -> draft.because(line.ref(), both ? "oom.group.one" : "oom.group"));
        machine.ifPresent(line -> draft.because(line.ref(), both ? "oom.machine.one" : "oom.machine"));
        if (both) {
            return "machine-and-group";
        }
        return group.isPresent() ? "control-group" : machine.isPresent() ? "machine" : "unknown";
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
