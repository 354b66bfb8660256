package org.sockmortem.timeline;

import org.sockmortem.clock.Moment;

/**
 * When the last calls that got through were, as many as a window's budget holds: before a note, they are that window's. Mutable.
 */
final class LastCalls {
    private static final long LARGEST_BUDGET = 10_000;

    private final int burst;
    /** A ring; places on the axis, in microseconds. */
    private final long[] calls;

    private int oldest;
    private int size;

    /** The last {@code burst} calls; a budget of less than two, or of tens of thousands, is not followed. */
    LastCalls(long burst) {
        this.burst = burst >= 2 && burst <= LARGEST_BUDGET ? (int) burst : 0;
        this.calls = new long[this.burst];
    }

    /** Calls that got through. */
    void add(Moment at, long count) {
        long place = at.axisMicros();
        for (long i = Math.min(count, burst); i > 0; i--) {
            if (size == burst) {
                calls[oldest] = place;
                oldest = oldest + 1 == burst ? 0 : oldest + 1;
            } else {
                calls[(oldest + size++) % burst] = place;
            }
        }
    }

    /** A note has been printed: the calls before it belong to the window that it tells of. */
    void clear() {
        size = 0;
    }

    /** Whether there are as many as a budget holds. */
    boolean isBudget() {
        return burst > 0 && size == burst;
    }

    /** The first of them, on the axis; of a whole budget. */
    long first() {
        return calls[oldest];
    }

    /** The second of them. */
    long second() {
        return calls[(oldest + 1) % burst];
    }

    /** The last of them. */
    long last() {
        return calls[(oldest + size - 1) % burst];
    }
}
