package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.SourceRef;

/**
 * TCP's memory above one of its marks without a line in the log. The kernel says nothing when that happens (__sk_mem_raise_allocated(), net/core/sock.c): it counts, stalls senders,
 * and drops what comes in.
 */
final class SilentMemory {
    /** Counters of data that came in and was thrown away, 2.6.18 or later to 7.1. */
    private static final List<String> DROPS = List.of("RcvPruned", "TCPRcvQDrop");

    private SilentMemory() {}

    /** What the capture alone tells. */
    static Optional<Finding> find(Case c) {
        Optional<TcpMemory> memory = TcpMemory.of(c).filter(m -> !m.high().configured());
        Optional<Known> pages = Known.tcpPages(c);
        Optional<Known> pressed = BootCounters.tcp(c, "TCPMemoryPressures").filter(k -> k.value() > 0);
        boolean above = memory.isPresent()
                && pages.filter(p -> p.value() > memory.get().high().value()).isPresent();
        boolean pressing = memory.isPresent()
                && pages.filter(p -> p.value() > memory.get().pressure().value())
                        .isPresent();
        Optional<Reading> press =
                Optional.ofNullable(c.snapshot().find("protocols.TCP.press")).filter(r -> "yes".equals(r.value()));
        if (!pressing && pressed.isEmpty() && press.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft("tcp-memory-limit-reached", List.of(), TcpMemory.NAME);
        if (pressing) {
            Known use = pages.orElseThrow();
            draft.because(
                    use.ref(),
                    above ? "silent.memory.above" : "silent.memory.pressing",
                    use.value(),
                    Quantity.bytes(Quantity.times(use.value(), c.pageSize())),
                    (above ? memory.get().high() : memory.get().pressure()).value());
        }
        press.ifPresent(r -> draft.because(new SourceRef(r.path(), r.line()), "silent.memory.press"));
        pressed.ifPresent(k -> draft.because(k.ref(), "counter.pressure", k.value(), BootCounters.since(c)));
        DROPS.forEach(name -> BootCounters.tcp(c, name)
                .filter(k -> k.value() > 0)
                .ifPresent(k -> draft.because(k.ref(), "silent.memory.dropped", name, k.value())));
        draft.because(null, "silent.memory.no-line");
        memory.ifPresentOrElse(m -> m.describe(draft), () -> draft.missing("memory.limit.unknown", c.pageSize()));
        advise(draft, c, memory, above);
        return Optional.of(
                above
                        ? draft.finding(Severity.WARNING, Verdict.CONFIRMED)
                        : draft.finding(Severity.INFO, Verdict.POSSIBLE));
    }

    private static void advise(Draft draft, Case c, Optional<TcpMemory> memory, boolean above) {
        Configuration.describe(draft, c, TcpMemory.NAME);
        Containers.describe(draft, c);
        if (!above) {
            draft.decide("silent.decide.memory");
        }
        draft.missing("memory.owner.missing");
        CloseWait.adviseFirst(draft, c);
        if (above) {
            memory.ifPresent(m -> m.adviseRaising(draft, c));
        }
        draft.action(Remedy.Kind.APPLICATION, "memory.application").action(Remedy.Kind.COLLECT, "memory.collect");
        Containers.advise(draft, c);
        draft.action(Remedy.Kind.COLLECT, "memory.watch")
                .avoid("memory.not.bytes")
                .avoid("memory.not.buffers");
    }
}
