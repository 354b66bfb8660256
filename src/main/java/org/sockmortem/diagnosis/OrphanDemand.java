package org.sockmortem.diagnosis;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.BurstWindow;

/**
 * How many orphans the bursts would have needed room for: those that the limit allows, or a half or a quarter of them where the timer may have spoken (tcp_out_of_resources(),
 * net/ipv4/tcp_timer.c), and those that were cut within one orphan's life.
 */
final class OrphanDemand {
    private OrphanDemand() {}

    /** Says it, and gives the larger number; empty where nothing was counted. The suppressed events count at their likely number, so it is about. */
    static Optional<Long> describe(Draft draft, Case c, long limit) {
        long life = OrphanLife.seconds(c);
        long cut = draft.bursts().stream()
                .filter(b -> b.start().isTimed())
                .mapToLong(b -> mostWithin(b, life))
                .max()
                .orElse(0);
        if (cut == 0) {
            return Optional.empty();
        }
        int counted = CallPath.of(draft.bursts()).mostCounted();
        draft.because(
                null,
                counted == 1 ? "orphans.demand" : "orphans.demand.range",
                CaptureTime.span(life),
                cut,
                limit,
                limit + cut,
                limit / counted + cut,
                counted);
        return Optional.of(limit + cut);
    }

    /** The most events of a burst whose windows begin within so many seconds. */
    private static long mostWithin(Burst burst, long seconds) {
        Deque<BurstWindow> alive = new ArrayDeque<>();
        long sum = 0;
        long most = 0;
        for (BurstWindow window : burst.windows()) {
            alive.addLast(window);
            sum += events(window);
            while (window.from().secondsSince(alive.getFirst().from()) > seconds) {
                sum -= events(alive.removeFirst());
            }
            most = Math.max(most, sum);
        }
        return most;
    }

    private static long events(BurstWindow window) {
        return window.printed() + window.suppressed();
    }
}
