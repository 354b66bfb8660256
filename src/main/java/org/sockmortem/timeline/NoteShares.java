package org.sockmortem.timeline;

import java.util.EnumSet;
import java.util.List;
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
    /** In the order in which they are declared. */
    private final List<Signal> reached;

    private final long[] likely;
    private final long unattributed;

    private NoteShares(List<Signal> reached, long[] likely, long unattributed) {
        this.reached = reached;
        this.likely = likely;
        this.unattributed = unattributed;
    }

    /** The shares in a window, with the windows that touch it. */
    static NoteShares of(@Nullable LimiterWindow left, LimiterWindow window, @Nullable LimiterWindow right) {
        List<Signal> reached = reached(left, window, right);
        long[] weights = new long[reached.size()];
        for (int i = 0; i < weights.length; i++) {
            Signal signal = reached.get(i);
            weights[i] = weight(left, signal) + 2 * weight(window, signal) + weight(right, signal);
        }
        boolean onlyOthers = window.shares().isEmpty() && window.otherCalls() > 0;
        long others = others(left) + 2 * window.otherCalls() + others(right);
        return apportion(window.suppressed(), reached, weights, onlyOthers ? 0 : sum(weights), others);
    }

    private static List<Signal> reached(
            @Nullable LimiterWindow left, LimiterWindow window, @Nullable LimiterWindow right) {
        if (!window.usedUp() || left == null || right == null) {
            return List.copyOf(window.shares().keySet());
        }
        EnumSet<Signal> reached = EnumSet.noneOf(Signal.class);
        reached.addAll(left.shares().keySet());
        reached.retainAll(right.shares().keySet());
        reached.addAll(window.shares().keySet());
        return List.copyOf(reached);
    }

    private static long weight(@Nullable LimiterWindow window, Signal signal) {
        SignalShare share = window == null ? null : window.shares().get(signal);
        return share == null ? 0 : share.weight();
    }

    private static long others(@Nullable LimiterWindow window) {
        return window == null ? 0 : window.otherCalls();
    }

    private static long sum(long[] weights) {
        long sum = 0;
        for (long weight : weights) {
            sum += weight;
        }
        return sum;
    }

    /** Largest remainders; of equal ones the signal that stands first. */
    private static NoteShares apportion(long callbacks, List<Signal> reached, long[] weights, long sum, long others) {
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

    /** The signals that reach the window. */
    List<Signal> reached() {
        return reached;
    }

    /** A signal's likely share. */
    long of(Signal signal) {
        int at = reached.indexOf(signal);
        return at < 0 ? 0 : likely[at];
    }

    /** What goes to no signal. */
    long unattributed() {
        return unattributed;
    }
}
