package org.sockmortem.timeline;

import org.jspecify.annotations.Nullable;
import org.sockmortem.event.Signal;

/**
 * How a window's note is likely shared out among the signals that reach the window.
 *
 * <p>The printed lines of a window are its first calls, some milliseconds of five seconds: no fair sample. The neighbouring windows'
 * lines are samples of the same flood at other moments, so they count with half the weight of the window's own. What other users of
 * the limiter likely lost goes to no signal.
 *
 * <p>A signal reaches a window if a line of it is visible there, or if the window was used up and its neighbours on both sides show
 * one. A window in which only other users are visible tells nothing of ours.
 */
final class NoteShares {
    private final long reached;
    /** In the order in which the signals are declared. */
    private final long[] likely;

    private final long unattributed;

    private NoteShares(long reached, long[] likely, long unattributed) {
        this.reached = reached;
        this.likely = likely;
        this.unattributed = unattributed;
    }

    /** The shares in a window, with the windows that touch it. */
    static NoteShares of(@Nullable LimiterWindow left, LimiterWindow window, @Nullable LimiterWindow right) {
        long reached = reached(left, window, right);
        long[] weights = new long[Long.bitCount(reached)];
        long sum = 0;
        long rest = reached;
        for (int i = 0; i < weights.length; i++) {
            Signal signal = SignalShares.first(rest);
            weights[i] = weight(left, signal) + 2 * weight(window, signal) + weight(right, signal);
            sum += weights[i];
            rest = SignalShares.rest(rest);
        }
        boolean onlyOthers = window.shares().signals() == 0 && window.otherCalls() > 0;
        long others = others(left) + 2 * window.otherCalls() + others(right);
        return apportion(window.suppressed(), reached, weights, onlyOthers ? 0 : sum, others);
    }

    private static long reached(@Nullable LimiterWindow left, LimiterWindow window, @Nullable LimiterWindow right) {
        long own = window.shares().signals();
        return !window.usedUp() || left == null || right == null
                ? own
                : own | (left.shares().signals() & right.shares().signals());
    }

    private static long weight(@Nullable LimiterWindow window, Signal signal) {
        SignalShare share = window == null ? null : window.shares().get(signal);
        return share == null ? 0 : share.weight();
    }

    private static long others(@Nullable LimiterWindow window) {
        return window == null ? 0 : window.otherCalls();
    }

    /** Largest remainders; of equal ones the signal that stands first. */
    private static NoteShares apportion(long callbacks, long reached, long[] weights, long sum, long others) {
        long[] likely = new long[weights.length];
        if (callbacks == 0 || sum == 0) {
            return new NoteShares(reached, likely, callbacks);
        }
        double perWeight = (double) callbacks / (sum + others);
        double[] remainders = new double[weights.length];
        long given = 0;
        for (int i = 0; i < weights.length; i++) {
            double share = weights[i] * perWeight;
            likely[i] = (long) Math.floor(share);
            remainders[i] = share - Math.floor(share);
            given += likely[i];
        }
        long ours = others == 0 ? callbacks : Math.min(callbacks, Math.round(sum * perWeight));
        for (; given < ours; given++) {
            int next = largest(remainders);
            likely[next]++;
            // each once, before any of them twice
            remainders[next]--;
        }
        return new NoteShares(reached, likely, callbacks - given);
    }

    private static int largest(double[] remainders) {
        int largest = 0;
        for (int i = 1; i < remainders.length; i++) {
            if (remainders[i] > remainders[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    /** The set of signals that reach the window. */
    long reached() {
        return reached;
    }

    /** The likely share of a signal that reaches the window. */
    long of(Signal signal) {
        return likely[Long.bitCount(reached & (SignalShares.bit(signal) - 1))];
    }

    /** What goes to no signal. */
    long unattributed() {
        return unattributed;
    }
}
