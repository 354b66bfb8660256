package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/**
 * TCP held more pages than {@code tcp_mem} allows, told by {@code TCP: out of memory -- consider tuning tcp_mem} from 3.3 on
 * (tcp_check_oom(), net/ipv4/tcp.c), or made likely by captured state where an older kernel's line has two causes.
 */
final class TcpMemoryLimitReached implements Rule {
    @Override
    public String cause() {
        return "tcp-memory-limit-reached";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Finding> findings = new ArrayList<>();
        List<Burst> clear = c.bursts(Signal.TCP_MEMORY, Signal.MPTCP_MEMORY);
        if (!clear.isEmpty()) {
            Draft draft = new Draft(cause(), clear, TcpMemory.NAME).said("memory.line");
            if (clear.stream().anyMatch(b -> b.signal() == Signal.MPTCP_MEMORY)) {
                draft.because(null, "memory.line.mptcp");
            }
            findings.add(complete(draft, c, Verdict.CONFIRMED));
        }
        OldWording old = OldWording.of(c);
        if (old.cause() == OldWording.Cause.MEMORY) {
            Draft draft = new Draft(cause(), old.bursts(), TcpMemory.NAME).said("old.line");
            old.describe(draft);
            draft.decide("old.gauge.missing");
            findings.add(complete(draft, c, Verdict.LIKELY));
        } else if (old.cause() == OldWording.Cause.ORPHANS) {
            old.ruledOut()
                    .ifPresent(reason -> findings.add(new Draft(cause(), old.bursts(), TcpMemory.NAME)
                            .said("old.line")
                            .against(reason)
                            .finding(Severity.INFO, Verdict.RULED_OUT)));
        }
        if (findings.isEmpty() && old.bursts().isEmpty()) {
            SilentMemory.find(c).ifPresent(findings::add);
        }
        return findings;
    }

    /** What the captured gauge means beside the limit. */
    private static void describe(Draft draft, Known gauge, Optional<TcpMemory> memory, long pageSize) {
        String bytes = Quantity.bytes(Quantity.times(gauge.value(), pageSize));
        Optional<TcpMemory> exceeded =
                memory.filter(m -> gauge.value() > m.high().value());
        if (exceeded.isPresent()) {
            draft.because(
                    gauge.ref(),
                    "memory.gauge.above",
                    gauge.value(),
                    bytes,
                    exceeded.get().high().value());
        } else {
            draft.because(gauge.ref(), "memory.gauge", gauge.value(), bytes);
        }
    }

    private static Finding complete(Draft draft, Case c, Verdict verdict) {
        Optional<TcpMemory> memory = TcpMemory.of(c);
        memory.ifPresentOrElse(m -> m.describe(draft), () -> draft.missing("memory.limit.unknown", c.pageSize()));
        Configuration.describe(draft, c, TcpMemory.NAME);
        CallPath.of(draft.bursts()).describe(draft);
        draft.because(null, "memory.began-earlier");
        BesideOrphans.bothLines(draft, c);
        Optional<Known> gauge = Known.tcpPages(c);
        gauge.ifPresent(g -> describe(draft, g, memory, c.pageSize()));
        gauge.ifPresent(g -> CaptureTime.describe(draft, g));
        BootCounters.pressed(draft, c);
        BootCounters.aborted(draft, c);
        Containers.describe(draft, c);
        draft.missing("memory.gauge.missing").missing("memory.owner.missing");
        CloseWait.adviseFirst(draft, c);
        memory.ifPresentOrElse(
                m -> m.adviseRaising(draft, c),
                () -> draft.action(Remedy.Kind.COLLECT, "memory.raise.read-first", c.pageSize()));
        draft.action(Remedy.Kind.APPLICATION, "memory.application").action(Remedy.Kind.COLLECT, "memory.collect");
        Containers.advise(draft, c);
        draft.action(Remedy.Kind.COLLECT, "memory.watch")
                .avoid("memory.not.bytes")
                .avoid("memory.not.buffers");
        if (draft.anySuppressed()) {
            draft.avoid("not.message-burst");
        }
        return draft.finding(Severity.CRITICAL, verdict);
    }
}
