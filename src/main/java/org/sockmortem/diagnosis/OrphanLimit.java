package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Case.HashSize;
import org.sockmortem.diagnosis.catalogue.Catalogue;
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
                    known.configured()
                            ? "orphans.limit.configured"
                            : draft.bursts().isEmpty() ? "orphans.limit.alone" : "orphans.limit.captured",
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

    /** Says when the gauge was read, where its number was weighed already. */
    void describeGaugeTime(Draft draft, Case c) {
        Known.orphans(c)
                .ifPresentOrElse(
                        gauge -> CaptureTime.describe(draft, gauge, OrphanLife.seconds(c)),
                        () -> draft.missing("orphans.gauge.missing"));
    }

    /** Without the gauge, sockets in the states of orphans that no process holds are the nearest thing. */
    private static void describeCandidates(Draft draft, Case c) {
        Known.anySysctl(c, List.of("ss.orphan-candidates", "netstat.orphan-candidates", "tcp.orphan-candidates"))
                .ifPresent(k -> {
                    draft.because(k.ref(), "orphans.candidates", k.value());
                    CaptureTime.describe(draft, k, OrphanLife.seconds(c));
                });
    }

    /** What the kernel makes of the memory's size; may be off by one doubling. */
    static Optional<Long> aboutDefault(Case c) {
        return Catalogue.find(NAME).flatMap(s -> s.defaultOn(c.machine())).map(d -> d[0]);
    }
}
