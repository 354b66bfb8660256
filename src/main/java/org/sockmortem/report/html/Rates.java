package org.sockmortem.report.html;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.BurstWindow;
import org.sockmortem.timeline.Suppressed;

/**
 * Events a second over time, as steps: as printed, and as reconstructed with the range that is certain. A window's events are spread evenly
 * over it, and over a second at least; a burst's range is spread over its windows as its likely number is.
 */
final class Rates {
    /** More steps than these say nothing that half as many would not. */
    private static final int MOST_STEPS = 2_000;

    private static final int COLUMNS = 1_000;
    private static final long SECOND = 1_000_000;

    private final TimeAxis axis;
    private final Map<Stretch, Counts> windows = new LinkedHashMap<>();
    private final TreeMap<Long, double[]> changes = new TreeMap<>();

    /**
     * A step: rates from a moment to the next one's.
     *
     * @param atMicros on the axis
     * @param printed lines a second
     * @param min events a second at least
     * @param likely events a second, most likely
     * @param max events a second at most
     */
    record Step(long atMicros, double printed, double min, double likely, double max) {
        private static Step of(long at, double[] rates) {
            return new Step(at, rates[0], rates[1], rates[2], rates[3]);
        }
    }

    /** Where a window lies. */
    private record Stretch(long from, long to) {}

    /** Events of a window: lines, and what was suppressed. */
    private record Counts(double printed, double min, double likely, double max) {
        /** Two signals in one window have one note between them: neither its whole to each, nor less than to one. */
        Counts beside(Counts other) {
            double sum = likely + other.likely;
            return new Counts(
                    printed + other.printed, Math.max(min, other.min), sum, Math.max(sum, Math.max(max, other.max)));
        }
    }

    private Rates(TimeAxis axis) {
        this.axis = axis;
    }

    /** The steps of all bursts together; the last is of nothing. */
    static List<Step> of(TimeAxis axis, Collection<Burst> bursts) {
        Rates rates = new Rates(axis);
        bursts.forEach(rates::add);
        rates.windows.forEach((window, counts) -> rates.spread(
                window.from,
                window.to,
                counts.printed,
                counts.printed + counts.min,
                counts.printed + counts.likely,
                counts.printed + counts.max));
        List<Step> steps = rates.steps();
        return steps.size() <= MOST_STEPS ? steps : merged(steps);
    }

    private void add(Burst burst) {
        Long start = axis.at(burst.start());
        Long end = axis.at(burst.end());
        if (start == null || end == null) {
            return;
        }
        Suppressed range = burst.suppressed();
        double repeated = burst.repeated();
        spread(start, end, 0, repeated, repeated, repeated);
        if (burst.windows().isEmpty()) {
            double printed = burst.printed();
            spread(start, end, printed, printed + range.min(), printed + range.likely(), printed + range.max());
        }
        for (BurstWindow window : burst.windows()) {
            Long from = axis.at(window.from());
            Long to = axis.at(window.to());
            if (from == null || to == null) {
                continue;
            }
            double part =
                    range.likely() == 0 ? 1.0 / burst.windows().size() : (double) window.suppressed() / range.likely();
            windows.merge(
                    new Stretch(from, to),
                    new Counts(window.printed(), part * range.min(), part * range.likely(), part * range.max()),
                    Counts::beside);
        }
    }

    /** Spreads counts over a stretch: printed, min, likely, max. */
    private void spread(long from, long to, double... counts) {
        long end = Math.max(to, from + SECOND);
        double seconds = (end - from) / 1e6;
        double[] rise = changes.computeIfAbsent(from, at -> new double[counts.length]);
        double[] fall = changes.computeIfAbsent(end, at -> new double[counts.length]);
        for (int i = 0; i < counts.length; i++) {
            rise[i] += counts[i] / seconds;
            fall[i] -= counts[i] / seconds;
        }
    }

    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        double[] now = new double[4];
        for (Map.Entry<Long, double[]> change : changes.entrySet()) {
            for (int i = 0; i < now.length; i++) {
                now[i] = Math.max(0, now[i] + change.getValue()[i]);
            }
            steps.add(Step.of(change.getKey(), now));
        }
        return steps;
    }

    /** The same in columns of equal width, each at its mean. */
    private static List<Step> merged(List<Step> steps) {
        long from = steps.get(0).atMicros;
        long to = steps.stream().max(Comparator.comparingLong(Step::atMicros)).orElseThrow().atMicros;
        double width = (double) (to - from) / COLUMNS;
        double[][] sums = new double[COLUMNS + 1][4];
        for (int i = 0; i + 1 < steps.size(); i++) {
            Step step = steps.get(i);
            double begin = (step.atMicros - from) / width;
            double end = (steps.get(i + 1).atMicros - from) / width;
            for (int column = (int) begin; column < end && column < COLUMNS; column++) {
                double part = Math.min(end, column + 1.0) - Math.max(begin, column);
                double[] sum = sums[column];
                sum[0] += step.printed * part;
                sum[1] += step.min * part;
                sum[2] += step.likely * part;
                sum[3] += step.max * part;
            }
        }
        List<Step> columns = new ArrayList<>();
        for (int column = 0; column <= COLUMNS; column++) {
            columns.add(Step.of(from + Math.round(column * width), sums[column]));
        }
        return columns;
    }
}
