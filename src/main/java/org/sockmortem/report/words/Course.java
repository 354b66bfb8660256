package org.sockmortem.report.words;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.BurstWindow;

/**
 * The events of several bursts in stretches of equal length, the suppressed ones at their likely number. A window's events are spread
 * evenly over it, for nobody knows better.
 *
 * @param events of each stretch, rounded up, so that what is not nothing does not look like nothing
 * @param columnMicros length of a stretch, in microseconds
 */
public record Course(List<Long> events, long columnMicros) {
    /** What the sum of parts may be off. */
    private static final double ROUNDING = 1e-9;

    private static final long SECOND = 1_000_000;

    /** The course of bursts of one boot, from the first line to the end, in at most so many columns of whole seconds. */
    public static Course of(List<Burst> bursts, int columns) {
        long from = bursts.stream()
                .mapToLong(burst -> burst.start().axisMicros())
                .min()
                .orElseThrow();
        long to = bursts.stream()
                .max(Comparator.comparing(Burst::end))
                .orElseThrow()
                .end()
                .axisMicros();
        long column = roundedUp(roundedUp(to - from + 1, columns), SECOND) * SECOND;
        double[] sums = new double[Math.toIntExact((to - from) / column) + 1];
        for (Burst burst : bursts) {
            burst.windows().forEach(window -> spread(window, from, column, sums));
        }
        List<Long> events = Arrays.stream(sums)
                .mapToObj(sum -> (long) Math.ceil(sum - ROUNDING))
                .toList();
        return new Course(events, column);
    }

    private static long roundedUp(long number, long divisor) {
        return (number + divisor - 1) / divisor;
    }

    private static void spread(BurstWindow window, long from, long column, double[] sums) {
        double events = window.printed() + window.suppressed();
        long begin = clamp(window.from().axisMicros() - from, column, sums.length);
        long end = clamp(window.to().axisMicros() - from, column, sums.length);
        int first = (int) (begin / column);
        int last = (int) (end / column);
        for (int i = first; i <= last; i++) {
            double part = end == begin
                    ? 1
                    : (double) (Math.min(end, (i + 1L) * column) - Math.max(begin, i * column)) / (end - begin);
            sums[i] += events * part;
        }
    }

    private static long clamp(long micros, long column, int columns) {
        return Math.max(0, Math.min(micros, column * columns - 1));
    }

    /** Events of the fullest stretch. */
    public long highest() {
        return events.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
