package org.sockmortem.timeline;

import java.util.ArrayDeque;
import java.util.Deque;
import org.sockmortem.clock.Moment;

/**
 * When the last calls that got through were, as many as a window's budget holds: before a note, they are that window's. Mutable.
 */
final class LastCalls {
    private static final long LARGEST_BUDGET = 10_000;

    private final long burst;
    private final Deque<Long> calls = new ArrayDeque<>();

    /** The last {@code burst} calls; a budget of less than two, or of tens of thousands, is not followed. */
    LastCalls(long burst) {
        this.burst = burst >= 2 && burst <= LARGEST_BUDGET ? burst : 0;
    }

    /** Calls that got through. */
    void add(Moment at, long count) {
        for (long i = 0; i < Math.min(count, burst); i++) {
            if (calls.size() == burst) {
                calls.removeFirst();
            }
            calls.addLast(at.axisMicros());
        }
    }

    /** A note has been printed: the calls before it belong to the window that it tells of. */
    void clear() {
        calls.clear();
    }

    /** Whether there are as many as a budget holds. */
    boolean isBudget() {
        return burst > 0 && calls.size() == burst;
    }

    /** The first of them, on the axis. */
    long first() {
        return calls.getFirst();
    }

    /** The second of them. */
    long second() {
        long first = calls.removeFirst();
        long second = calls.getFirst();
        calls.addFirst(first);
        return second;
    }

    /** The last of them. */
    long last() {
        return calls.getLast();
    }
}
