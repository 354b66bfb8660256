package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.sockmortem.clock.ClockModel;
import org.sockmortem.clock.Moment;

/**
 * Logs that go on from each other, as rotations of one file do, and the runs of a kernel that they tell of.
 *
 * @param logs in the order in which they were written
 * @param told what was known of their stamps as they were read
 * @param clock what their stamps have told; only for dating moments
 * @param segments one for each boot in them
 * @param spans what each log covers
 */
record Chain(List<Log> logs, Told told, ClockModel clock, List<Segment> segments, List<Span> spans) {

    /** Reads logs of one family into chains: one, unless a log does not go on where the one before ended. */
    static List<Chain> of(List<Log> family, Told told) {
        List<Chain> chains = new ArrayList<>();
        int from = 0;
        while (from < family.size()) {
            ClockModel clock = told.clock();
            ChainPlayer player = new ChainPlayer(clock, told.runningBoot());
            SegmentCollector collector = new SegmentCollector();
            int to = from;
            do {
                player.load(family.get(to++));
                for (Placed placed = player.next(); placed != null; placed = player.next()) {
                    collector.see(placed, player);
                }
            } while (to < family.size() && player.goesOn(family.get(to)));
            if (told.lastNotAfter() != null) {
                clock.lastNotAfter(told.lastNotAfter());
            }
            clock.conclude();
            List<Span> spans =
                    player.spans().stream().map(s -> s.dated(clock::dated)).toList();
            Chain chain = new Chain(List.copyOf(family.subList(from, to)), told, clock, collector.finish(clock), spans);
            Integer year = clock.firstYear();
            // by the rules of a zone only a date with its year has an offset
            if (year != null && told.year() == null && told.zone() != null && !chain.hasOffsets()) {
                chains.addAll(of(chain.logs, told.inYear(year)));
            } else {
                chains.add(chain);
            }
            from = to;
        }
        return chains;
    }

    /** Plays the chain once more. */
    ChainPlayer player() {
        ChainPlayer player = new ChainPlayer(told.clock(), told.runningBoot());
        logs.forEach(player::queue);
        return player;
    }

    /** Whether the year of its stamps is known, as far as they have any wall clock. */
    boolean yearKnown() {
        return segments.stream().map(Segment::first).allMatch(m -> !m.hasWall() || m.yearKnown());
    }

    /** Moments that show what its stamps look like: the first and last of each log and each boot. */
    Stream<Moment> moments() {
        return Stream.concat(
                segments.stream().flatMap(s -> Stream.of(s.first(), s.last())),
                spans.stream().flatMap(s -> Stream.of(s.first(), s.last())).filter(Objects::nonNull));
    }

    /** Whether its stamps carry offsets of their own, or have no wall clock. */
    boolean hasOffsets() {
        return moments().allMatch(m -> !m.hasWall() || m.offset() != null);
    }
}
