package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import org.sockmortem.clock.ClockModel;

/**
 * Logs that go on from each other, as rotations of one file do, and the runs of a kernel that they tell of.
 *
 * @param logs in the order in which they were written
 * @param clock what their stamps have told; only for dating moments
 * @param segments one for each boot in them
 * @param spans what each log covers
 */
record Chain(List<Log> logs, ClockModel clock, List<Segment> segments, List<Span> spans) {

    /** Reads logs of one family into chains: one, unless a log does not go on where the one before ended. */
    static List<Chain> of(List<Log> family, Told told) {
        List<Chain> chains = new ArrayList<>();
        int from = 0;
        while (from < family.size()) {
            ClockModel clock = told.clock();
            ChainPlayer player = new ChainPlayer(clock);
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
            List<Span> spans =
                    player.spans().stream().map(s -> s.dated(clock::dated)).toList();
            chains.add(new Chain(List.copyOf(family.subList(from, to)), clock, collector.finish(clock), spans));
            from = to;
        }
        return chains;
    }

    /** Plays the chain once more. */
    ChainPlayer player(Told told) {
        ChainPlayer player = new ChainPlayer(told.clock());
        logs.forEach(player::queue);
        return player;
    }

    /** Whether the year of its stamps is known, as far as they have any wall clock. */
    boolean yearKnown() {
        return segments.stream().map(Segment::first).allMatch(m -> m.wall() == null || m.yearKnown());
    }
}
