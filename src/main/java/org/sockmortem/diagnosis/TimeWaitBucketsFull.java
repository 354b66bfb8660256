package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
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
            return BootCounters.tcp(c, "TCPTimeWaitOverflow").filter(k -> k.value() > 0).stream()
                    .map(k -> counted(c, k, limit))
                    .toList();
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
        draft.twice(MAX, limit, "time-wait.raise", "limit.read-first")
                .action(Remedy.Kind.COLLECT, "time-wait.watch")
                .avoid("time-wait.not.recycle")
                .avoid("time-wait.not.fin-timeout");
        return List.of(draft.finding(Severity.WARNING, failure.isPresent() ? Verdict.POSSIBLE : Verdict.LIKELY));
    }

    /** From 2.6.37 on no line tells of it, only a counter that knows no time. */
    private static Finding counted(Case c, Known overflows, Optional<Known> limit) {
        Draft draft = new Draft("time-wait-buckets-full", List.of(), MAX);
        draft.because(overflows.ref(), "time-wait.counter", overflows.value(), BootCounters.since(c))
                .limit(MAX, limit);
        Configuration.describe(draft, c, MAX);
        return draft.twice(MAX, limit, "time-wait.raise", "limit.read-first")
                .action(Remedy.Kind.COLLECT, "time-wait.watch")
                .avoid("time-wait.not.recycle")
                .avoid("time-wait.not.fin-timeout")
                .finding(Severity.INFO, Verdict.LIKELY);
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
