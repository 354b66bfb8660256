package org.sockmortem.join;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/**
 * How the axes of two logs lie to each other, by the events that both tell of.
 *
 * <p>Each pair of equal events votes for the difference between its places; pairs of events that are rare in both logs weigh most. The
 * difference with the most votes is then followed through both logs, since one of the two clocks may drift, and counts only if at least
 * half of the events that both should have are found in both.
 *
 * @param delta what to add to a place in the first log for the place in the second, where they were surest of each other
 * @param pairs the events that were found in both, in the order of the first log
 */
record Alignment(long delta, List<Pair> pairs) {
    /** A run of equal lines votes once: so far apart are its members at most. */
    private static final long RUN_MICROS = 2_000_000;

    private static final int VOTES_A_KEY = 64;

    /** Two clocks of one machine do not drift apart by more than 200 ppm, quartz and slewing together. */
    private static final long DRIFT_DIVISOR = 5_000;

    /** An event's place in the first log and in the second. */
    record Pair(long first, long second) {
        long delta() {
            return second - first;
        }
    }

    private record Vote(long delta, double weight, long first) {}

    /** Any difference. */
    static final LongPredicate ANY = delta -> true;

    /**
     * The alignment of two logs, or {@code null} where they have too little in common.
     *
     * @param tolerance how far apart the places of one event may be beside the difference, in microseconds
     * @param allowed which differences can be at all
     */
    static @Nullable Alignment of(List<Sight> first, List<Sight> second, long tolerance, LongPredicate allowed) {
        List<Vote> votes = votes(first, second, allowed);
        Vote best = winner(votes, tolerance);
        if (best == null) {
            return null;
        }
        List<Pair> pairs = follow(first, second, best, tolerance);
        long overlap =
                Math.min(within(first, second, best.delta, tolerance), within(second, first, -best.delta, tolerance));
        return pairs.isEmpty() || pairs.size() * 2L < overlap ? null : new Alignment(best.delta, pairs);
    }

    private static List<Vote> votes(List<Sight> first, List<Sight> second, LongPredicate allowed) {
        Map<KernelEvent, List<Long>> marks = landmarks(second);
        List<Vote> votes = new ArrayList<>();
        landmarks(first).forEach((event, places) -> {
            List<Long> others = marks.getOrDefault(event, List.of());
            double weight = 1.0 / Math.max(places.size(), others.size());
            for (long place : places) {
                for (long other : others) {
                    if (allowed.test(other - place)) {
                        votes.add(new Vote(other - place, weight, place));
                    }
                }
            }
        });
        votes.sort(Comparator.comparingLong(Vote::delta).thenComparingLong(Vote::first));
        return votes;
    }

    private static Map<KernelEvent, List<Long>> landmarks(List<Sight> sights) {
        Map<KernelEvent, List<Long>> marks = new HashMap<>();
        Map<KernelEvent, Long> last = new HashMap<>();
        for (Sight sight : sights) {
            Long before = last.put(sight.event(), sight.axis());
            if (before == null || Math.abs(sight.axis() - before) > RUN_MICROS) {
                List<Long> places = marks.computeIfAbsent(sight.event(), e -> new ArrayList<>());
                if (places.size() < VOTES_A_KEY) {
                    places.add(sight.axis());
                }
            }
        }
        return marks;
    }

    /** The vote in the middle of the heaviest window; of equals the one with the greatest difference, which is the latest boot. */
    private static @Nullable Vote winner(List<Vote> votes, long tolerance) {
        Vote best = null;
        double most = 0;
        double weight = 0;
        int from = 0;
        for (int to = 0; to < votes.size(); to++) {
            weight += votes.get(to).weight;
            while (votes.get(to).delta - votes.get(from).delta > 2 * tolerance) {
                weight -= votes.get(from++).weight;
            }
            if (weight >= most - 1e-9) {
                most = Math.max(most, weight);
                best = votes.get((from + to) >>> 1);
            }
        }
        return best;
    }

    private static List<Pair> follow(List<Sight> first, List<Sight> second, Vote start, long tolerance) {
        int at = 0;
        while (at < first.size() && first.get(at).axis() < start.first) {
            at++;
        }
        Set<Sight> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        Map<KernelEvent, List<Sight>> byEvent = new HashMap<>();
        for (Sight sight : second) {
            byEvent.computeIfAbsent(sight.event(), e -> new ArrayList<>()).add(sight);
        }
        Deque<Pair> pairs = new ArrayDeque<>();
        Pair anchor = new Pair(start.first, start.first + start.delta);
        Pair last = anchor;
        for (int i = at; i < first.size(); i++) {
            last = pairOf(first.get(i), byEvent, taken, last, tolerance, pairs::addLast);
        }
        last = anchor;
        for (int i = at - 1; i >= 0; i--) {
            last = pairOf(first.get(i), byEvent, taken, last, tolerance, pairs::addFirst);
        }
        return List.copyOf(pairs);
    }

    private static Pair pairOf(
            Sight sight,
            Map<KernelEvent, List<Sight>> byEvent,
            Set<Sight> taken,
            Pair last,
            long tolerance,
            Consumer<Pair> found) {
        List<Sight> others = byEvent.getOrDefault(sight.event(), List.of());
        long expected = sight.axis() + last.delta();
        long slack = tolerance + Math.abs(sight.axis() - last.first()) / DRIFT_DIVISOR;
        for (int i = from(others, expected - slack); i < others.size(); i++) {
            Sight other = others.get(i);
            if (other.axis() > expected + slack) {
                break;
            }
            if (taken.add(other)) {
                Pair pair = new Pair(sight.axis(), other.axis());
                found.accept(pair);
                return pair;
            }
        }
        return last;
    }

    private static int from(List<Sight> sights, long axis) {
        int low = 0;
        int high = sights.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sights.get(middle).axis() < axis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How many events of a log lie in the time of another, of the kinds that the other tells of. */
    private static long within(List<Sight> sights, List<Sight> other, long delta, long tolerance) {
        long begin = Long.MAX_VALUE;
        long end = Long.MIN_VALUE;
        Set<KernelEvent> kinds = new HashSet<>();
        for (Sight sight : other) {
            begin = Math.min(begin, sight.axis());
            end = Math.max(end, sight.axis());
            kinds.add(sight.event());
        }
        long from = begin;
        long to = end;
        return sights.stream()
                .filter(s -> s.axis() + delta >= from - tolerance && s.axis() + delta <= to + tolerance)
                .filter(s -> kinds.contains(s.event()))
                .count();
    }
}
