package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.event.KernelRelease;
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
        OrphanLimit orphanLimit = OrphanLimit.of(c, bursts);
        Optional<Gauge> orphans = orphans(c, bursts, orphanLimit.captured());
        Optional<Gauge> pages = pages(c);
        if (orphans.isPresent()
                && pages.isPresent()
                && (orphans.get().enough() || pages.get().enough())) {
            // What was measured outweighs what can be guessed from the size of a setting.
            return new OldWording(bursts, byBoth(orphans.get(), pages.get(), reasons), reasons);
        }
        Cause alone = byOne(orphans, pages, reasons);
        Cause counted = byCounters(c, reasons);
        if (counted != Cause.UNDECIDED) {
            return new OldWording(bursts, alone == Cause.MEMORY ? Cause.UNDECIDED : counted, reasons);
        }
        Cause guessed = bySetting(c, reasons);
        boolean contradicted = alone != Cause.UNDECIDED && alone != guessed;
        return new OldWording(bursts, contradicted ? Cause.UNDECIDED : guessed, reasons);
    }

    /**
     * A captured use beside its captured limit.
     *
     * @param enough whether such a use makes the kernel say its line
     */
    private record Gauge(Known use, long limit, boolean enough) {}

    private static Optional<Gauge> orphans(Case c, List<Burst> bursts, @Nullable Known limit) {
        if (limit == null) {
            return Optional.empty();
        }
        // The timer's path doubles the count up to twice; close() takes it as it is.
        boolean timer = bursts.stream().allMatch(b -> b.signal() == Signal.TCP_SOCKET_MEMORY);
        long enough = limit.value() / (timer ? 4 : 1);
        return Known.orphans(c).map(o -> new Gauge(o, limit.value(), o.value() > enough));
    }

    private static Optional<Gauge> pages(Case c) {
        Optional<Known> high = TcpMemory.of(c).map(TcpMemory::high);
        return Known.tcpPages(c).flatMap(p -> high.map(h -> new Gauge(p, h.value(), p.value() > h.value())));
    }

    private static Cause byBoth(Gauge orphans, Gauge pages, List<Evidence> reasons) {
        boolean both = orphans.enough() && pages.enough();
        String key = both ? "old.gauge.both" : orphans.enough() ? "old.gauge.orphans" : "old.gauge.memory";
        reasons.add(new Evidence(
                Sentences.of(
                        key, orphans.use().value(), orphans.limit(), pages.use().value(), pages.limit()),
                orphans.use().ref()));
        return both ? Cause.UNDECIDED : orphans.enough() ? Cause.ORPHANS : Cause.MEMORY;
    }

    /** Where only one of the two was captured with its limit: it fits, but speaks against nothing. */
    private static Cause byOne(Optional<Gauge> orphans, Optional<Gauge> pages, List<Evidence> reasons) {
        if (orphans.isPresent() && orphans.get().enough()) {
            reasons.add(alone("old.gauge.orphans-alone", orphans.get()));
            return Cause.ORPHANS;
        }
        if (pages.isPresent() && pages.get().enough()) {
            reasons.add(alone("old.gauge.memory-alone", pages.get()));
            return Cause.MEMORY;
        }
        return Cause.UNDECIDED;
    }

    private static Evidence alone(String key, Gauge gauge) {
        return new Evidence(
                Sentences.of(key, gauge.use().value(), gauge.limit()),
                gauge.use().ref());
    }

    /**
     * By the counters of the captured boot: sockets were cut, and TCP's memory never went over the second value of tcp_mem (tcp_enter_memory_pressure()), so it never was over the
     * third. The other way round they tell nothing, for pressure is no shortage yet.
     */
    private static Cause byCounters(Case c, List<Evidence> reasons) {
        Optional<Known> aborted = BootCounters.tcp(c, "TCPAbortOnMemory").filter(k -> k.value() > 0);
        Optional<Known> never = BootCounters.tcp(c, "TCPMemoryPressures").filter(k -> k.value() == 0);
        if (aborted.isEmpty() || never.isEmpty()) {
            return Cause.UNDECIDED;
        }
        reasons.add(new Evidence(
                Sentences.of(
                        "old.counters.orphans",
                        aborted.get().value(),
                        BootCounters.since(c),
                        Sentences.of("old.counters.calm")),
                never.get().ref()));
        return Cause.ORPHANS;
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
        if (limit.highBytes() <= machine.value() / HAND_SET && !isOlderDefault(c, limit)) {
            reasons.add(new Evidence(
                    Sentences.of("old.setting.memory", limit.highText(), share),
                    limit.high().ref()));
            return Cause.MEMORY;
        }
        return Cause.UNDECIDED;
    }

    /**
     * Whether kernels before 2.6.32 may have chosen it: 768, 1024 and 1536 pages, doubled as often as the table of ports is large, and never more than 1.5 GiB (tcp_init(),
     * net/ipv4/tcp.c, 2.6.18). On a large machine that is little, and nobody's doing.
     */
    private static boolean isOlderDefault(Case c, TcpMemory limit) {
        KernelRelease release = c.release();
        if (release != null) {
            return !release.atLeast(2, 6, 32);
        }
        long unit = limit.low().value() / 3;
        return Long.bitCount(unit) == 1
                && limit.low().value() == 3 * unit
                && limit.pressure().value() == 4 * unit
                && limit.high().value() == 6 * unit;
    }

    /** Why memory is out of the question, where the counters leave no doubt. */
    Optional<Evidence> ruledOut() {
        String calm = Sentences.of("old.counters.calm");
        return reasons.stream().filter(r -> r.text().contains(calm)).findFirst();
    }

    /** Adds to a finding where the shortage was noticed, and the reasons. */
    void describe(Draft draft) {
        if (bursts.stream().anyMatch(b -> b.signal() == Signal.TCP_SOCKET_MEMORY)) {
            draft.because(null, "old.path.timer");
        }
        if (bursts.stream().anyMatch(b -> b.signal() == Signal.TCP_ORPHANS_OR_MEMORY)) {
            draft.because(null, "old.path.close");
        }
        reasons.forEach(draft::because);
    }
}
