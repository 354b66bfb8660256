package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final Map<Signal, Long> likely;
    private final long unattributed;

    private NoteShares(Map<Signal, Long> likely, long unattributed) {
        this.likely = likely;
        this.unattributed = unattributed;
    }

    /** The shares in a window, with the windows that touch it. */
    static NoteShares of(@Nullable LimiterWindow left, LimiterWindow window, @Nullable LimiterWindow right) {
        Map<Signal, Long> weights = new EnumMap<>(Signal.class);
        for (Signal signal : Signal.values()) {
            boolean visible = window.shares().containsKey(signal);
            boolean between = window.usedUp() && shows(left, signal) && shows(right, signal);
            if (visible || between) {
                weights.put(signal, weight(left, signal) + 2 * weight(window, signal) + weight(right, signal));
            }
        }
        boolean onlyOthers = window.shares().isEmpty() && window.otherCalls() > 0;
        long others = others(left) + 2 * window.otherCalls() + others(right);
        return apportion(window.suppressed(), weights, onlyOthers, others);
    }

    private static boolean shows(@Nullable LimiterWindow window, Signal signal) {
        return window != null && window.shares().containsKey(signal);
    }

    private static long weight(@Nullable LimiterWindow window, Signal signal) {
        SignalShare share = window == null ? null : window.shares().get(signal);
        return share == null ? 0 : share.weight();
    }

    private static long others(@Nullable LimiterWindow window) {
        return window == null ? 0 : window.otherCalls();
    }

    /** Largest remainders; of equal ones the signal that stands first. */
    private static NoteShares apportion(long callbacks, Map<Signal, Long> weights, boolean onlyOthers, long others) {
        Map<Signal, Long> likely = new EnumMap<>(Signal.class);
        weights.keySet().forEach(s -> likely.put(s, 0L));
        long sum = weights.values().stream().mapToLong(Long::longValue).sum();
        if (callbacks == 0 || sum == 0 || onlyOthers) {
            return new NoteShares(likely, callbacks);
        }
        double perWeight = (double) callbacks / (sum + others);
        long given = 0;
        List<Signal> byRemainder = new ArrayList<>(weights.keySet());
        for (Signal signal : byRemainder) {
            long share = (long) Math.floor(weights.getOrDefault(signal, 0L) * perWeight);
            likely.put(signal, share);
            given += share;
        }
        long ours = others == 0 ? callbacks : Math.min(callbacks, Math.round(sum * perWeight));
        byRemainder.sort((a, b) -> Double.compare(remainder(weights, b, perWeight), remainder(weights, a, perWeight)));
        for (int i = 0; given < ours; i = (i + 1) % byRemainder.size()) {
            likely.merge(byRemainder.get(i), 1L, Long::sum);
            given++;
        }
        return new NoteShares(likely, callbacks - given);
    }

    private static double remainder(Map<Signal, Long> weights, Signal signal, double perWeight) {
        double share = weights.getOrDefault(signal, 0L) * perWeight;
        return share - Math.floor(share);
    }

    /** The signals that reach the window. */
    List<Signal> reached() {
        return List.copyOf(likely.keySet());
    }

    /** A signal's likely share. */
    long of(Signal signal) {
        return likely.getOrDefault(signal, 0L);
    }

    /** What goes to no signal. */
    long unattributed() {
        return unattributed;
    }
}
