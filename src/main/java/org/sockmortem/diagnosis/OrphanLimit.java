package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Case.HashSize;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.timeline.Burst;

/**
 * Where {@code net.ipv4.tcp_max_orphans} stood, as far as anything tells.
 *
 * @param captured the value that was captured, or {@code null}; of the time of the capture, not of the burst
 * @param hash the boot line from which the kernel's default follows, or {@code null}
 */
record OrphanLimit(@Nullable Known captured, @Nullable HashSize hash) {
    static final String NAME = "net.ipv4.tcp_max_orphans";

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
        Optional<Long> limit = Optional.ofNullable(known).map(Known::value).or(this::byDefault);
        if (limit.isPresent()) {
            draft.because(null, "orphans.shift", limit.get(), limit.get() / 2, limit.get() / 4);
        } else {
            draft.because(null, "orphans.shift.unknown");
        }
    }

    /** Says what the captured gauge of orphans means beside the limit. */
    void describeGauge(Draft draft, Case c) {
        Optional<Known> orphans = Known.sysctl(c, "sockstat.TCP.orphan");
        if (orphans.isEmpty()) {
            draft.missing("orphans.gauge.missing");
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
    }

    /** A value to go to: back to the kernel's own choice where the limit is below it, else twice as high. */
    private long target(long current) {
        return byDefault().filter(d -> d > current).orElse(Quantity.times(current, 2));
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
        long target = target(current);
        long worst = Quantity.times(target, WORST_CASE_BYTES);
        Optional<Known> memory = Known.memory(c);
        if (memory.isEmpty()) {
            draft.set(NAME, target, "orphans.raise.memory-unknown", current, target, Quantity.bytes(worst));
        } else if (worst > memory.get().value() / 2) {
            String ram = Quantity.bytes(memory.get().value());
            draft.action(Remedy.Kind.COLLECT, "orphans.raise.too-much", current, target, Quantity.bytes(worst), ram);
        } else {
            String ram = Quantity.bytes(memory.get().value());
            draft.set(NAME, target, "orphans.raise", current, target, Quantity.bytes(worst), ram);
        }
    }

    /** Has dead peers given up sooner, where what is set now is known. */
    static void adviseRetries(Draft draft, Case c) {
        Optional<Known> retries = Known.sysctl(c, "net.ipv4.tcp_orphan_retries");
        if (retries.isEmpty()) {
            draft.action(Remedy.Kind.COLLECT, "orphans.retries.read-first");
        } else if (retries.get().value() == 0 || retries.get().value() > 5) {
            draft.set(
                    "net.ipv4.tcp_orphan_retries",
                    5,
                    "orphans.retries",
                    retries.get().value());
        }
    }

    /** What popular advice says against orphans in vain, or to the harm of clients. */
    static void adviseAgainst(Draft draft, Case c) {
        draft.action(Remedy.Kind.DO_NOT, "orphans.not.lower").action(Remedy.Kind.DO_NOT, "orphans.not.time-wait");
        Known.sysctl(c, "net.ipv4.tcp_tw_recycle")
                .filter(k -> k.value() != 0)
                .ifPresent(k -> draft.action(Remedy.Kind.DO_NOT, "orphans.not.tw-recycle", k.where()));
        draft.action(Remedy.Kind.DO_NOT, "orphans.not.fin-timeout").action(Remedy.Kind.DO_NOT, "orphans.not.ports");
        if (draft.anySuppressed()) {
            draft.action(Remedy.Kind.DO_NOT, "not.message-burst");
        }
    }
}
