package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/**
 * What captured state makes of the lines of 3.2 and earlier, each of which stands for orphans or for memory:
 * tcp_too_many_orphans() in include/net/tcp.h made both tests, and tcp_close() or tcp_out_of_resources() printed one line for either.
 *
 * @param bursts of the old wordings
 * @param cause what the state speaks for
 * @param reasons why, as sentences with the lines they rest on
 */
record OldWording(List<Burst> bursts, Cause cause, List<Evidence> reasons) {
    /** With such a share of memory, in parts of it, {@code tcp_mem} is the default of 2.6.32 (three quarters) or near it. */
    private static final long DEFAULT_LIKE = 2;

    /** Below such a share of memory {@code tcp_mem} was set by hand: a fifth of the default of 2.6.32. */
    private static final long HAND_SET = 7;

    /** Which of the two. */
    enum Cause {
        ORPHANS,
        MEMORY,
        UNDECIDED
    }

    static OldWording of(Case c) {
        List<Burst> bursts = c.bursts(Signal.TCP_ORPHANS_OR_MEMORY, Signal.TCP_SOCKET_MEMORY);
        List<Evidence> reasons = new ArrayList<>();
        if (bursts.isEmpty()) {
            return new OldWording(bursts, Cause.UNDECIDED, reasons);
        }
        Cause byGauges = byGauges(c, bursts, reasons);
        // What was measured outweighs what can be guessed from the size of a setting.
        return new OldWording(
                bursts, byGauges != Cause.UNDECIDED || !reasons.isEmpty() ? byGauges : bySetting(c, reasons), reasons);
    }

    /** By /proc/net/sockstat, if it was captured in the middle of it. */
    private static Cause byGauges(Case c, List<Burst> bursts, List<Evidence> reasons) {
        Optional<Known> orphans = Known.sysctl(c, "sockstat.TCP.orphan");
        Optional<Known> pages = Known.sysctl(c, "sockstat.TCP.mem");
        Known limit = OrphanLimit.of(c, bursts).captured();
        Optional<TcpMemory> memory = TcpMemory.of(c);
        if (orphans.isEmpty() || pages.isEmpty() || limit == null || memory.isEmpty()) {
            return Cause.UNDECIDED;
        }
        boolean timer = bursts.stream().allMatch(b -> b.signal() == Signal.TCP_SOCKET_MEMORY);
        // The timer's path doubles the count up to twice; close() takes it as it is.
        boolean manyOrphans = orphans.get().value() > limit.value() / (timer ? 4 : 1);
        boolean muchMemory = pages.get().value() > memory.get().high().value();
        if (manyOrphans == muchMemory) {
            if (manyOrphans) {
                reasons.add(reason(
                        "old.gauge.both",
                        orphans.get(),
                        limit.value(),
                        pages.get().value(),
                        memory.get().high().value()));
            }
            return Cause.UNDECIDED;
        }
        reasons.add(reason(
                manyOrphans ? "old.gauge.orphans" : "old.gauge.memory",
                orphans.get(),
                limit.value(),
                pages.get().value(),
                memory.get().high().value()));
        return manyOrphans ? Cause.ORPHANS : Cause.MEMORY;
    }

    private static Evidence reason(String key, Known orphans, long limit, long pages, long high) {
        return new Evidence(Sentences.of(key, orphans.value(), limit, pages, high), orphans.ref());
    }

    /** By the size of tcp_mem beside the machine's memory. */
    private static Cause bySetting(Case c, List<Evidence> reasons) {
        Optional<TcpMemory> memory = TcpMemory.of(c);
        @Nullable Known machine = memory.map(TcpMemory::memory).orElse(null);
        if (memory.isEmpty() || machine == null) {
            return Cause.UNDECIDED;
        }
        TcpMemory limit = memory.get();
        String share = Quantity.percent(limit.highBytes(), machine.value());
        if (limit.highBytes() >= machine.value() / DEFAULT_LIKE) {
            reasons.add(new Evidence(
                    Sentences.of("old.setting.orphans", limit.highText(), share),
                    limit.high().ref()));
            return Cause.ORPHANS;
        }
        if (limit.highBytes() <= machine.value() / HAND_SET) {
            reasons.add(new Evidence(
                    Sentences.of("old.setting.memory", limit.highText(), share),
                    limit.high().ref()));
            return Cause.MEMORY;
        }
        return Cause.UNDECIDED;
    }

    /** Adds the reasons to a finding. */
    void describe(Draft draft) {
        reasons.forEach(draft::because);
    }
}
