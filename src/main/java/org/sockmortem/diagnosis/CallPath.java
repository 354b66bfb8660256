package org.sockmortem.diagnosis;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.Signal;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Callers;

/**
 * On which of two ways tcp_check_oom() was asked (net/ipv4/tcp.c, 3.3 to 7.1): by close(), in the time of the task that closes, or by the timer of an orphan, in a softirq. Lines with
 * printk's caller id tell it: T and C. From close() an orphan counts once, from the timer up to four times.
 */
final class CallPath {
    /** Threads that are named. */
    private static final int NAMED = 3;

    /** Twice TCP_RTO_MAX, include/net/tcp.h: so long an orphan must have sent nothing before it counts twice for that. In seconds. */
    private static final long SILENCE = 240;

    private final List<Burst> bursts;
    private final Callers callers;

    private CallPath(List<Burst> bursts, Callers callers) {
        this.bursts = bursts;
        this.callers = callers;
    }

    static CallPath of(List<Burst> bursts) {
        return new CallPath(bursts, bursts.stream().map(Burst::callers).reduce(Callers.NONE, Callers::plus));
    }

    /** Whether every line that bears an id, and some do, is of close(). */
    boolean isClose() {
        return callers.tasks() > 0 && callers.interrupts() == 0;
    }

    /** Whether every line that bears an id, and some do, is of the timer. */
    boolean isTimer() {
        return callers.interrupts() > 0 && callers.tasks() == 0;
    }

    /** Says from which path the lines are, and how many orphans each means, for a limit that is known or not. */
    void describeCounting(Draft draft, Optional<Long> limit) {
        describe(draft);
        if (isClose()) {
            draft.because(
                    null, limit.isPresent() ? "orphans.shift.close" : "orphans.shift.close.unknown", limit.orElse(0L));
            return;
        }
        String silent = Sentences.of(isYoung() ? "orphans.silent.not-yet" : "orphans.silent");
        String told = Sentences.of(callers.isTold() ? "orphans.path.told" : "orphans.path.untold");
        if (limit.isEmpty()) {
            draft.because(null, "orphans.shift.unknown", isYoung() ? 2 : 4, silent);
        } else {
            long counted = limit.get();
            String fewer = isYoung()
                    ? Sentences.of("orphans.shift.half", counted / 2)
                    : Sentences.of("orphans.shift.quarter", counted / 2, counted / 4);
            draft.because(null, isTimer() ? "orphans.shift.timer" : "orphans.shift", counted, silent, fewer, told);
        }
    }

    /** Says what the ids tell, where there are any. */
    void describe(Draft draft) {
        if (!callers.isTold()) {
            return;
        }
        String key = isClose() ? "path.close" : isTimer() ? "path.timer" : "path.both";
        draft.because(ref(), key, callers.tasks(), callers.interrupts(), callers.lines());
        if (callers.tasks() > 0) {
            describeThreads(draft);
        }
    }

    private void describeThreads(Draft draft) {
        List<Map.Entry<Long, Long>> most = callers.threads().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Long, Long> e) -> -e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .toList();
        if (most.size() == 1) {
            draft.because(ref(), "path.thread", most.get(0).getKey());
        } else {
            String named = most.stream()
                    .limit(NAMED)
                    .map(e -> Sentences.of("path.thread.lines", e.getKey(), e.getValue()))
                    .collect(Collectors.joining(", "));
            draft.because(ref(), "path.threads", most.size(), named);
        }
    }

    /** How often the kernel may have counted one orphan as it said these lines: once where close() said them all, else twice or four times. */
    int mostCounted() {
        // Up to 3.2 the text tells the path: that of close() is one of these.
        boolean close = bursts.stream().allMatch(b -> b.signal() == Signal.TCP_ORPHANS_OR_MEMORY);
        return isClose() || close ? 1 : isYoung() ? 2 : 4;
    }

    /** Says what is still to be learned of who closed. */
    void missing(Draft draft) {
        draft.missing(callers.tasks() > 0 ? "orphans.owner.thread.missing" : "orphans.owner.missing");
    }

    /** Whether the machine had not been up for as long as an orphan must be silent. */
    private boolean isYoung() {
        return bursts.stream().allMatch(b -> {
            Long uptime = b.end().uptimeMicros();
            return uptime != null && uptime < SILENCE * 1_000_000;
        });
    }

    private @Nullable SourceRef ref() {
        return bursts.stream()
                .filter(b -> b.callers().isTold() && !b.evidence().isEmpty())
                .map(b -> b.evidence().get(0).ref())
                .findFirst()
                .orElse(null);
    }
}
