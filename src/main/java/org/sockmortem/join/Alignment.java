package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/**
 * How the axes of two logs lie to each other, by the events that both tell of.
 *
 * <p>Each pair of equal events votes for the difference between its places; pairs of events that are rare in both logs weigh most. The
 * differences with the most votes are then followed through both logs, and the one counts under which the two logs agree best: what is
 * found in both speaks for it, what only one of them has, though the other covers its time and tells of its like, against it. At least half
 * of what both should have must be found in both.
 *
 * @param delta what to add to a place in the first log for the place in the second, in the middle of what the rarest events tell
 * @param pairs the events that were found in both, in the order of the first log
 * @param score how well they agree: about the number of kinds of events that only this difference explains
 */
record Alignment(long delta, List<Pair> pairs, double score) {
    /** A run of equal lines votes once: so far apart are its members at most. Windows of a limiter are a second apart or more. */
    private static final long RUN_MICROS = 500_000;

    private static final int VOTES_A_KEY = 64;
    private static final int CANDIDATES = 16;
    private static final double EQUAL = 1e-6;

    /** Half of all events of a kind, or one that comes once. */
    private static final double ENOUGH = 0.5;

    /**
     * An event's place in the first log and in the second.
     *
     * @param weight 1 where both logs tell of such an event once, less the oftener they do
     */
    record Pair(KernelEvent event, long first, long second, double weight) {
        long delta() {
            return second - first;
        }
    }

    private record Vote(long delta, double weight, long first) {}

    private record Candidate(Vote middle, double weight) {}

    /** Any difference. */
    static final LongPredicate ANY = delta -> true;

    /**
     * The alignment of two logs of which nothing tells how they lie to each other, or {@code null} where they have too little in common:
     * a few lines that any burst has are no proof.
     *
     * @param first sorted by place
     * @param second sorted by place
     * @param tolerance how far apart the places of one event may be beside the difference, in microseconds
     * @param allowed which differences can be at all
     */
    static @Nullable Alignment of(List<Sight> first, List<Sight> second, long tolerance, LongPredicate allowed) {
        Alignment found = best(first, second, tolerance, candidates(votes(first, second, allowed), tolerance));
        return found == null || found.score < ENOUGH ? null : found;
    }

    /** The alignment of two logs whose clocks are known to differ by no more than that, or {@code null} where they share nothing. */
    static @Nullable Alignment near(long most, List<Sight> first, List<Sight> second, long tolerance) {
        LongPredicate allowed = delta -> Math.abs(delta) <= most;
        return best(first, second, tolerance, candidates(votes(first, second, allowed), tolerance));
    }

    /** The alignment of two logs at a difference that is known, or {@code null} where they have too little in common there. */
    static @Nullable Alignment at(long delta, List<Sight> first, List<Sight> second, long tolerance) {
        if (first.isEmpty() || second.isEmpty()) {
            return null;
        }
        long from = Math.max(first.get(0).axis(), second.get(0).axis() - delta);
        return best(first, second, tolerance, List.of(new Candidate(new Vote(delta, 1, from), 1)));
    }

    private static @Nullable Alignment best(
            List<Sight> first, List<Sight> second, long tolerance, List<Candidate> candidates) {
        Followed followed = null;
        AlignmentPath path = null;
        for (Candidate candidate : candidates) {
            path = path == null ? new AlignmentPath(first, second, tolerance) : path;
            Followed next = new Followed(candidate, path.follow(candidate.middle.first, candidate.middle.delta));
            if (next.result.agrees() && (followed == null || next.isBetterThan(followed))) {
                followed = next;
            }
        }
        return followed == null
                ? null
                : new Alignment(
                        middle(sure(followed.result.pairs())), followed.result.pairs(), followed.result.score());
    }

    /** The pairs of the rarest events: of a flood of equal lines nobody can say which is which. */
    List<Pair> surePairs() {
        return sure(pairs);
    }

    private static List<Pair> sure(List<Pair> pairs) {
        double most = pairs.stream().mapToDouble(Pair::weight).max().orElse(0);
        return pairs.stream().filter(p -> p.weight * 2 >= most).toList();
    }

    private static long middle(List<Pair> pairs) {
        long[] deltas = pairs.stream().mapToLong(Pair::delta).sorted().toArray();
        return deltas[deltas.length / 2];
    }

    /** Whether two logs agree better than two others do, or there are no others. */
    boolean isBetterThan(@Nullable Alignment other) {
        return other == null || score - other.score > EQUAL;
    }

    private record Followed(Candidate candidate, AlignmentPath.Result result) {
        /** Of equals the greatest difference, which is the latest boot. */
        boolean isBetterThan(Followed other) {
            double more = result.score() - other.result.score();
            return Math.abs(more) < EQUAL ? candidate.middle.delta > other.candidate.middle.delta : more > 0;
        }
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

    /** The votes in the middle of the heaviest windows, no two of which overlap. */
    private static List<Candidate> candidates(List<Vote> votes, long tolerance) {
        List<Candidate> windows = new ArrayList<>();
        double weight = 0;
        int from = 0;
        for (int to = 0; to < votes.size(); to++) {
            weight += votes.get(to).weight;
            while (votes.get(to).delta - votes.get(from).delta > 2 * tolerance) {
                weight -= votes.get(from++).weight;
            }
            windows.add(new Candidate(votes.get((from + to) >>> 1), weight));
        }
        windows.sort(Comparator.comparingDouble((Candidate c) -> -Math.rint(c.weight * 1e6))
                .thenComparingLong(c -> -c.middle.delta));
        List<Candidate> best = new ArrayList<>();
        for (Candidate window : windows) {
            if (best.stream().noneMatch(b -> Math.abs(b.middle.delta - window.middle.delta) <= tolerance)) {
                best.add(window);
            }
            if (best.size() == CANDIDATES) {
                break;
            }
        }
        return best;
    }
}
