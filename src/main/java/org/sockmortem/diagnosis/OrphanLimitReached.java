package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.List;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/**
 * More orphans than {@code tcp_max_orphans}, told by {@code TCP: too many orphaned sockets} from 3.3 on (tcp_check_oom(),
 * net/ipv4/tcp.c), or made likely by captured state where an older kernel's line has two causes.
 */
final class OrphanLimitReached implements Rule {
    @Override
    public String cause() {
        return "orphan-limit-reached";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Finding> findings = new ArrayList<>();
        List<Burst> clear = c.bursts(Signal.TCP_ORPHANS, Signal.MPTCP_ORPHANS);
        if (!clear.isEmpty()) {
            Draft draft = new Draft(cause(), clear, OrphanLimit.NAME).said("orphans.line");
            if (clear.stream().anyMatch(b -> b.signal() == Signal.MPTCP_ORPHANS)) {
                draft.because(null, "orphans.line.mptcp");
            }
            findings.add(complete(draft, c, Verdict.CONFIRMED));
        }
        OldWording old = OldWording.of(c);
        if (old.cause() == OldWording.Cause.ORPHANS) {
            Draft draft = new Draft(cause(), old.bursts(), OrphanLimit.NAME).said("old.line");
            old.describe(draft);
            draft.decide("old.gauge.missing");
            findings.add(complete(draft, c, Verdict.LIKELY));
        }
        if (findings.isEmpty() && old.bursts().isEmpty()) {
            boolean explained =
                    !c.bursts(Signal.TCP_MEMORY, Signal.MPTCP_MEMORY).isEmpty();
            SilentOrphans.find(c, explained).ifPresent(findings::add);
        }
        return findings;
    }

    private static Finding complete(Draft draft, Case c, Verdict verdict) {
        OrphanLimit limit = OrphanLimit.of(c, draft.bursts());
        limit.describe(draft);
        limit.describeCounting(draft);
        Configuration.describe(draft, c, OrphanLimit.NAME);
        if (verdict == Verdict.CONFIRMED) {
            limit.describeGauge(draft, c);
            BesideOrphans.bothLines(draft, c);
        } else {
            limit.describeGaugeTime(draft, c);
        }
        BesideOrphans.conntrack(draft, c);
        BootCounters.aborted(draft, c);
        Containers.describe(draft, c);
        CallPath.of(draft.bursts()).missing(draft);
        CloseWait.adviseFirst(draft, c);
        OrphanRaise.advise(limit, draft, c);
        draft.action(Remedy.Kind.APPLICATION, "orphans.application");
        draft.action(Remedy.Kind.COLLECT, "orphans.collect");
        OrphanAdvice.shorten(draft, c);
        Containers.advise(draft, c);
        draft.action(Remedy.Kind.COLLECT, "orphans.watch");
        OrphanAdvice.warn(draft, c);
        return draft.finding(Severity.CRITICAL, verdict);
    }
}
