package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sockmortem.diagnosis.audit.Audit;
import org.sockmortem.diagnosis.audit.AuditedSetting;
import org.sockmortem.diagnosis.catalogue.Ruling;
import org.sockmortem.event.Signal;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;

/** A {@code tcp_mem} that fits no machine, or not this one: bytes in place of pages, marks out of order, far too low or too high. */
final class TcpMemoryLimitMisconfigured implements Rule {
    @Override
    public String cause() {
        return "tcp-memory-limit-misconfigured";
    }

    @Override
    public List<Finding> examine(Case c) {
        Reading reading = c.snapshot().find(TcpMemory.NAME);
        Optional<TcpMemory> memory = TcpMemory.of(c);
        if (reading == null || memory.isEmpty()) {
            return List.of();
        }
        Optional<long[]> usual = TcpMemory.usual(c);
        if (usual.isPresent() && memory.get().isAbout(usual.get()[2])) {
            // 2.6.32 chose three quarters of the memory by itself: generous, but nobody's mistake on this host
            return List.of();
        }
        AuditedSetting setting = Audit.judge(reading, c.machine());
        if (setting.verdict() != Ruling.HARMFUL && setting.verdict() != Ruling.RISKY) {
            return List.of();
        }
        List<Burst> bursts = c.bursts(
                Signal.TCP_MEMORY, Signal.MPTCP_MEMORY, Signal.TCP_SOCKET_MEMORY, Signal.TCP_ORPHANS_OR_MEMORY);
        Draft draft = new Draft(cause(), bursts, TcpMemory.NAME);
        draft.because(new Evidence(setting.why(), new SourceRef(reading.path(), reading.line())));
        memory.get().describe(draft);
        Configuration.describe(draft, c, TcpMemory.NAME);
        boolean low = usual.map(u -> memory.get().high().value() < u[2])
                .orElse(memory.get().isTiny());
        correct(draft, memory.get(), usual);
        // A limit set too high is not what a line about reaching the limit complains of.
        boolean explains = low
                && bursts.stream().anyMatch(b -> b.signal() == Signal.TCP_MEMORY || b.signal() == Signal.MPTCP_MEMORY);
        if (!explains) {
            draft.because(null, bursts.isEmpty() ? "misconfigured.no-burst" : "misconfigured.not-proven");
        }
        Severity severity = bursts.isEmpty() && setting.verdict() == Ruling.RISKY ? Severity.INFO : Severity.WARNING;
        return List.of(draft.finding(severity, explains ? Verdict.LIKELY : Verdict.POSSIBLE));
    }

    private static void correct(Draft draft, TcpMemory memory, Optional<long[]> usual) {
        if (usual.isPresent()) {
            memory.adviseRestoring(draft, usual.get());
        } else {
            // Which line sets it is not known, and so no value can be named.
            draft.set(Map.of(), "misconfigured.compute", memory.pageSize());
        }
        draft.decide("misconfigured.when.missing").avoid("memory.not.bytes");
    }
}
