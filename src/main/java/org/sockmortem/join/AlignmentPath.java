package org.sockmortem.join;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/**
 * Follows a difference between two logs' axes from one event to both ends of the first log. One of the clocks may drift, so the
 * difference is a running mean.
 */
final class AlignmentPath {
    /** Two clocks of one machine do not drift apart by more than 200 ppm, quartz and slewing together. */
    private static final long DRIFT_DIVISOR = 5_000;

    private static final int MEMORY = 32;

    private final List<Sight> first;
    private final long tolerance;
    private final Map<KernelEvent, long[]> places = new HashMap<>();
    private final Map<KernelEvent, Double> weights = new HashMap<>();
    private final Map<KernelEvent, Double> onlyInFirst;
    private final Map<KernelEvent, Double> onlyInSecond;
    private final List<Sight> second;

    /**
     * What came of it.
     *
     * @param pairs found in both
     * @param missing events that one of them lacks, by the log that lacks fewer
     * @param score rare events that are in both, less half of those that one lacks
     */
    record Result(List<Alignment.Pair> pairs, long missing, double score) {
        boolean agrees() {
            return pairs.size() >= Math.max(1, missing) && score > 0;
        }
    }

    AlignmentPath(List<Sight> first, List<Sight> second, long tolerance) {
        this.first = first;
        this.second = second;
        this.tolerance = tolerance;
        Map<KernelEvent, List<Long>> all = new HashMap<>();
        second.forEach(
                s -> all.computeIfAbsent(s.event(), e -> new ArrayList<>()).add(s.axis()));
        all.forEach((event, axes) ->
                places.put(event, axes.stream().mapToLong(Long::longValue).toArray()));
        Map<KernelEvent, Integer> counts = new HashMap<>();
        first.forEach(s -> counts.merge(s.event(), 1, Integer::sum));
        counts.forEach((event, count) -> {
            long[] others = places.get(event);
            if (others != null) {
                weights.put(event, 1.0 / Math.max(count, others.length));
            }
        });
        this.onlyInFirst = lacking(first, second);
        this.onlyInSecond = lacking(second, first);
    }

    /** What one log has and the other lacks, though that tells of its like: a note of another number, a line of another port. */
    private static Map<KernelEvent, Double> lacking(List<Sight> sights, List<Sight> others) {
        Set<KernelEvent> there = new HashSet<>();
        Set<Object> kinds = new HashSet<>();
        others.forEach(s -> {
            there.add(s.event());
            kinds.add(kind(s.event()));
        });
        Map<KernelEvent, Double> lacking = new HashMap<>();
        for (Sight sight : sights) {
            if (!there.contains(sight.event()) && kinds.contains(kind(sight.event()))) {
                lacking.merge(sight.event(), 1.0, (a, b) -> 1 / (1 / a + 1));
            }
        }
        return lacking;
    }

    private static Object kind(KernelEvent event) {
        if (event instanceof KernelEvent.SignalLine line) {
            return line.wording();
        }
        if (event instanceof KernelEvent.SuppressionNote note) {
            return note.function();
        }
        return event instanceof KernelEvent.ContextLine line ? line.signal() : event.getClass();
    }

    Result follow(long start, long delta) {
        int at = 0;
        while (at < first.size() && first.get(at).axis() < start) {
            at++;
        }
        Map<KernelEvent, boolean[]> taken = new HashMap<>();
        boolean[] found = new boolean[first.size()];
        Deque<Alignment.Pair> pairs = new ArrayDeque<>();
        Running running = new Running(start, delta);
        for (int i = at; i < first.size(); i++) {
            Alignment.Pair pair = pairOf(first.get(i), taken, running);
            if (pair != null) {
                found[i] = true;
                pairs.addLast(pair);
            }
        }
        running = new Running(start, delta);
        for (int i = at - 1; i >= 0; i--) {
            Alignment.Pair pair = pairOf(first.get(i), taken, running);
            if (pair != null) {
                found[i] = true;
                pairs.addFirst(pair);
            }
        }
        Missing ofFirst = missing(first, onlyInFirst, second, delta, i -> found[i]);
        Map<KernelEvent, Integer> seen = new HashMap<>();
        Missing ofSecond = missing(second, onlyInSecond, first, -delta, i -> {
            KernelEvent event = second.get(i).event();
            boolean[] used = taken.get(event);
            return used != null && used[seen.merge(event, 1, Integer::sum) - 1];
        });
        double matched = pairs.stream().mapToDouble(Alignment.Pair::weight).sum();
        return new Result(
                List.copyOf(pairs),
                Math.min(ofFirst.events, ofSecond.events),
                matched - (ofFirst.weight + ofSecond.weight) / 2);
    }

    /** The mean difference of the last pairs, and where the last one was. */
    private static final class Running {
        private final Deque<Long> last = new ArrayDeque<>();
        private long sum;
        private long place;
        private long delta;

        Running(long place, long delta) {
            this.place = place;
            this.delta = delta;
        }

        void see(Alignment.Pair pair) {
            place = pair.first();
            // differences of one log lie close together, so what is summed is small
            last.addLast(pair.delta() - delta);
            sum += pair.delta() - delta;
            if (last.size() > MEMORY) {
                sum -= last.removeFirst();
            }
            if (last.size() == MEMORY) {
                long mean = sum / MEMORY;
                delta += mean;
                last.clear();
                sum = 0;
            }
        }
    }

    private Alignment.@Nullable Pair pairOf(Sight sight, Map<KernelEvent, boolean[]> taken, Running running) {
        long[] others = places.get(sight.event());
        if (others == null) {
            return null;
        }
        boolean[] used = taken.computeIfAbsent(sight.event(), e -> new boolean[others.length]);
        long expected = sight.axis() + running.delta;
        long slack = tolerance + Math.abs(sight.axis() - running.place) / DRIFT_DIVISOR;
        int nearest = nearestFree(others, used, expected, slack);
        if (nearest < 0) {
            return null;
        }
        used[nearest] = true;
        Alignment.Pair pair = new Alignment.Pair(
                sight.event(), sight.axis(), others[nearest], weights.getOrDefault(sight.event(), 0.0));
        running.see(pair);
        return pair;
    }

    private static int nearestFree(long[] others, boolean[] used, long expected, long slack) {
        int found = Arrays.binarySearch(others, expected);
        int right = found >= 0 ? found : -found - 1;
        int left = right - 1;
        while (right < others.length && used[right]) {
            right++;
        }
        while (left >= 0 && used[left]) {
            left--;
        }
        long after = right < others.length ? others[right] - expected : Long.MAX_VALUE;
        long before = left >= 0 ? expected - others[left] : Long.MAX_VALUE;
        long least = Math.min(before, after);
        return least > slack ? -1 : before <= after ? left : right;
    }

    private record Missing(long events, double weight) {}

    /** What of one log the other lacks, though it tells of its like and covers its time beyond doubt. */
    private Missing missing(
            List<Sight> sights, Map<KernelEvent, Double> lacking, List<Sight> other, long delta, IntPredicate found) {
        long begin = other.get(0).axis() + tolerance;
        long end = other.get(other.size() - 1).axis() - tolerance;
        long events = 0;
        double weight = 0;
        for (int i = 0; i < sights.size(); i++) {
            KernelEvent event = sights.get(i).event();
            Double own = weights.getOrDefault(event, lacking.get(event));
            boolean here = found.test(i);
            long place = sights.get(i).axis() + delta;
            if (own != null && !here && place >= begin && place <= end) {
                events++;
                weight += own;
            }
        }
        return new Missing(events, weight);
    }
}
