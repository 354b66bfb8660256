package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Case.HashSize;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/**
 * Where {@code net.ipv4.tcp_max_orphans} stood, as far as anything tells.
 *
 * @param captured the value that was captured, or {@code null}; of the time of the capture, not of the burst
 * @param hash the boot line from which the kernel's default follows, or {@code null}
 */
record OrphanLimit(@Nullable Known captured, @Nullable HashSize hash) {
    static final String NAME = "net.ipv4.tcp_max_orphans";

    /** Fewer orphans than these tell nothing of what one of them holds. */
    private static final long MANY = 1000;

    private static final String RAISE = "orphans.raise";

    /** What one orphan may pin, in bytes, by Documentation/networking/ip-sysctl.rst. */
    static final long WORST_CASE_BYTES = 64 * 1024;

    static OrphanLimit of(Case c, List<Burst> bursts) {
        return new OrphanLimit(Known.sysctl(c, NAME).orElse(null), c.hashSize(bursts));
    }

    /** The kernel's default: half of the hash table, tcp_init() in net/ipv4/tcp.c, 2.6.32 and later. */
    Optional<Long> byDefault() {
        return Optional.ofNullable(hash).map(h -> h.entries() / 2);
    }

    /** Says where the limit stood. */
    void describe(Draft draft) {
        Known known = captured;
        HashSize table = hash;
        if (known != null) {
            draft.because(
                    known.ref(),
                    known.configured() ? "orphans.limit.configured" : "orphans.limit.captured",
                    known.value());
        }
        if (table != null) {
            draft.because(table.ref(), "orphans.limit.default", table.entries(), table.entries() / 2);
        }
        if (known == null) {
            draft.missing(table == null ? "orphans.limit.unknown" : "orphans.limit.not-captured");
        }
    }

    /** Says from how many orphans on a line may come, where the timer that counts them twice or four times may have said it. */
    void describeCounting(Draft draft) {
        // Up to 3.2 close() and the timer had a line each, which OldWording tells apart.
        if (draft.bursts().stream()
                .noneMatch(b -> b.signal() == Signal.TCP_ORPHANS || b.signal() == Signal.MPTCP_ORPHANS)) {
            return;
        }
        Optional<Long> limit = Optional.ofNullable(captured).map(Known::value).or(this::byDefault);
        CallPath.of(draft.bursts()).describeCounting(draft, limit);
    }

    /** Says what the captured gauge of orphans means beside the limit. */
    void describeGauge(Draft draft, Case c) {
        Optional<Known> orphans = Known.orphans(c);
        if (orphans.isEmpty()) {
            draft.missing("orphans.gauge.missing");
            describeCandidates(draft, c);
            return;
        }
        Known gauge = orphans.get();
        Known limit = captured;
        if (limit != null && gauge.value() > limit.value()) {
            draft.because(gauge.ref(), "orphans.gauge.above", gauge.value(), limit.value());
        } else {
            draft.because(gauge.ref(), "orphans.gauge.other-time", gauge.value())
                    .missing("orphans.gauge.missing");
        }
        CaptureTime.describe(draft, gauge, OrphanLife.seconds(c));
    }

    /** Without the gauge, sockets in the states of orphans that no process holds are the nearest thing. */
    private static void describeCandidates(Draft draft, Case c) {
        Known.anySysctl(c, List.of("ss.orphan-candidates", "netstat.orphan-candidates", "tcp.orphan-candidates"))
                .ifPresent(k -> {
                    draft.because(k.ref(), "orphans.candidates", k.value());
                    CaptureTime.describe(draft, k, OrphanLife.seconds(c));
                });
    }

    /**
     * A value to go to, and how that is told: back to the kernel's own choice where the limit is below it, else twice as high.
     *
     * @param key of the sentence
     */
    private record Target(long value, String key) {}

    private Target target(Case c, long current) {
        Optional<Target> own = byDefault()
                .map(d -> new Target(d, "orphans.restore"))
                .or(() -> aboutDefault(c).map(d -> new Target(d / 2, "orphans.restore.estimated")))
                .filter(t -> t.value() > current);
        return own.orElseGet(() -> new Target(Quantity.times(current, 2), RAISE));
    }

    /** What the kernel makes of the memory's size; may be off by one doubling. */
    static Optional<Long> aboutDefault(Case c) {
        return Catalogue.find(NAME).flatMap(s -> s.defaultOn(c.machine())).map(d -> d[0]);
    }

    /**
     * What so many orphans would take, reckoned from a capture with many of them, where that is far from all memory; empty where no such capture
     * is at hand. All that TCP held is put down to the orphans, so that the figure is rather too high.
     */
    private static Optional<String> measured(Case c, long target) {
        Optional<Known> orphans = Known.orphans(c).filter(o -> o.value() >= MANY);
        Optional<Known> pages = Known.tcpPages(c);
        Optional<Known> memory = Known.memory(c);
        if (orphans.isEmpty() || pages.isEmpty() || memory.isEmpty()) {
            return Optional.empty();
        }
        long held = Quantity.times(pages.get().value(), c.pageSize());
        long expected = Quantity.times(held / orphans.get().value() + 1, target);
        return expected > memory.get().value() / 4
                ? Optional.empty()
                : Optional.of(Sentences.of(
                        "orphans.price.measured",
                        orphans.get().value(),
                        Quantity.bytes(held),
                        target,
                        Quantity.bytes(expected),
                        Quantity.bytes(memory.get().value())));
    }

    /** Raises the limit if it is known and memory allows; else says how to find out, and the formula. */
    void adviseRaising(Draft draft, Case c) {
        Known known = captured;
        if (known == null) {
            draft.action(
                    Remedy.Kind.COLLECT,
                    "orphans.raise.read-first",
                    byDefault()
                            .map(d -> Sentences.of("orphans.raise.default", d))
                            .orElse(""));
            return;
        }
        long current = Math.max(1, known.value());
        Target target = target(c, current);
        long worst = Quantity.times(target.value(), WORST_CASE_BYTES);
        Optional<String> ram = Known.memory(c).map(m -> Quantity.bytes(m.value()));
        if (Known.memory(c).filter(m -> worst > m.value() / 2).isPresent()) {
            Optional<String> measured = measured(c, target.value());
            if (measured.isPresent()) {
                draft.setAs(
                        NAME,
                        target.value(),
                        Sentences.of(target.key(), current, target.value()) + " " + measured.get());
                return;
            }
            draft.action(
                    Remedy.Kind.COLLECT,
                    "orphans.raise.too-much",
                    current,
                    target.value(),
                    Quantity.bytes(worst),
                    ram.orElseThrow());
            return;
        }
        // The kernel's own choice is a quarter of memory at most, so going back to it needs no warning.
        boolean own = !target.key().equals(RAISE);
        String price = ram.map(r -> Sentences.of("orphans.price", target.value(), Quantity.bytes(worst), r))
                .orElseGet(() -> Sentences.of(
                        own ? "orphans.price.own" : "orphans.price.memory-unknown",
                        target.value(),
                        Quantity.bytes(worst)));
        draft.setAs(NAME, target.value(), Sentences.of(target.key(), current, target.value()) + " " + price);
    }
}
