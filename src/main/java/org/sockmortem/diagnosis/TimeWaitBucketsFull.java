package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Case.HashSize;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.ContextEvent;

/**
 * As many connections in TIME_WAIT as {@code tcp_max_tw_buckets} allows, told by {@code time wait bucket table overflow} up to 2.6.36; the same line
 * came when no memory was left for an entry (tcp_time_wait(), net/ipv4/tcp_minisocks.c).
 */
final class TimeWaitBucketsFull implements Rule {
    private static final String MAX = "net.ipv4.tcp_max_tw_buckets";

    /** How long before the line a failed allocation may have been told. */
    private static final double SECONDS_BESIDE_A_FAILURE = 5;

    @Override
    public String cause() {
        return "time-wait-buckets-full";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> bursts = c.bursts(Signal.TCP_TIME_WAIT_OVERFLOW);
        Optional<Known> limit = Known.sysctl(c, MAX);
        if (bursts.isEmpty()) {
            return silent(c, limit).stream().toList();
        }
        Draft draft = new Draft(cause(), bursts, MAX).said("time-wait.line").limit(MAX, limit);
        Configuration.describe(draft, c, MAX);
        HashSize hash = c.hashSize(bursts);
        if (hash != null) {
            draft.because(hash.ref(), "time-wait.default", hash.entries(), hash.entries() / 2);
        }
        Optional<ContextEvent> failure = failureBeside(c, bursts);
        failure.ifPresent(f -> draft.against(
                f.citation().ref(), "time-wait.no-memory", f.citation().text()));
        raise(draft.decide("time-wait.decide"), limit, hash)
                .action(Remedy.Kind.COLLECT, "time-wait.watch")
                .avoid("time-wait.not.recycle")
                .avoid("time-wait.not.fin-timeout");
        return List.of(draft.finding(Severity.WARNING, failure.isPresent() ? Verdict.POSSIBLE : Verdict.LIKELY));
    }

    /** From 2.6.37 on no line tells of it, only a counter that knows no time, and a gauge that stands at the limit (inet_twsk_alloc(), net/ipv4/inet_timewait_sock.c). */
    private static Optional<Finding> silent(Case c, Optional<Known> limit) {
        Optional<Known> overflows = BootCounters.tcp(c, "TCPTimeWaitOverflow").filter(k -> k.value() > 0);
        Optional<Known> full = limit.filter(l -> !l.configured())
                .flatMap(l -> Known.sysctl(c, "sockstat.TCP.tw").filter(tw -> tw.value() >= l.value()));
        if (overflows.isEmpty() && full.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft("time-wait-buckets-full", List.of(), MAX);
        full.ifPresent(tw -> draft.because(
                tw.ref(), "time-wait.gauge", tw.value(), limit.orElseThrow().value()));
        overflows.ifPresent(k -> draft.because(k.ref(), "time-wait.counter", k.value(), BootCounters.since(c)));
        draft.limit(MAX, limit);
        HashSize hash = c.hashSize(List.of());
        if (hash != null) {
            draft.because(hash.ref(), "time-wait.default", hash.entries(), hash.entries() / 2);
        }
        Configuration.describe(draft, c, MAX);
        if (full.isEmpty()) {
            draft.decide("time-wait.decide");
        }
        return Optional.of(raise(draft, limit, hash)
                .action(Remedy.Kind.COLLECT, "time-wait.watch")
                .avoid("time-wait.not.recycle")
                .avoid("time-wait.not.fin-timeout")
                .finding(Severity.INFO, full.isPresent() ? Verdict.CONFIRMED : Verdict.LIKELY));
    }

    /** Back to the kernel's own choice where the limit is below it, else twice as high. */
    private static Draft raise(Draft draft, Optional<Known> limit, @Nullable HashSize hash) {
        return hash != null && limit.filter(l -> l.value() < hash.entries() / 2).isPresent()
                ? draft.set(
                        MAX,
                        hash.entries() / 2,
                        "time-wait.restore",
                        limit.get().value(),
                        hash.entries() / 2)
                : draft.twice(MAX, limit, "time-wait.raise", "limit.read-first");
    }

    private static Optional<ContextEvent> failureBeside(Case c, List<Burst> bursts) {
        return c.context(Signal.MEMORY_ALLOCATION_FAILURE).stream()
                .filter(f -> bursts.stream()
                        .anyMatch(b -> b.boot() == f.boot()
                                && f.at().isTimed()
                                && Math.abs(b.start().secondsSince(f.at())) <= SECONDS_BESIDE_A_FAILURE))
                .findFirst();
    }
}
