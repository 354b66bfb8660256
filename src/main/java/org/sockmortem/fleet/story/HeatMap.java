package org.sockmortem.fleet.story;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.fleet.Hosts;
import org.sockmortem.timeline.Burst;

/**
 * Hosts beside time: how many events each had in each stretch. Of the hosts to look at first, those whose year is known.
 *
 * @param from the begin of the first stretch, in UTC
 * @param step how long a stretch is
 * @param columns how many there are
 * @param rows in the order of the ranking
 */
public record HeatMap(LocalDateTime from, Duration step, int columns, List<Row> rows) {
    private static final int MOST_COLUMNS = 72;
    private static final int MOST_BURSTS = 1_000;
    private static final List<Duration> STEPS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(28));

    /** Copies the list. */
    public HeatMap {
        rows = List.copyOf(rows);
    }

    /**
     * A host.
     *
     * @param host which
     * @param zoned whether its zone is known; else its own clock is taken for UTC
     * @param events in each stretch, the suppressed ones at their likely number
     */
    public record Row(String host, boolean zoned, List<Long> events) {
        /** Copies the list. */
        public Row {
            events = List.copyOf(events);
        }
    }

    private record Seen(boolean zoned, List<Burst> bursts) {}

    /** Takes each host of a fleet, and makes its map. Mutable. */
    public static final class Seeing implements Hosts.Visitor {
        private final List<Rank> ranking;
        private final Map<String, Seen> seen = new HashMap<>();

        /** Takes the hosts of that ranking, and passes over the others. */
        public Seeing(List<Rank> ranking) {
            this.ranking = List.copyOf(ranking);
            ranking.forEach(r -> seen.put(r.host(), new Seen(true, List.of())));
        }

        @Override
        public void host(String name, HostFacts digest) {
            seen.computeIfPresent(name, (n, none) -> seen(digest));
        }

        /** The map, or {@code null} where no host can be placed on it. */
        public @Nullable HeatMap map() {
            return of(ranking, seen);
        }
    }

    private static @Nullable HeatMap of(List<Rank> ranking, Map<String, Seen> seen) {
        LocalDateTime first = null;
        LocalDateTime last = null;
        for (Seen one : seen.values()) {
            for (Burst burst : one.bursts) {
                LocalDateTime start = at(burst.start());
                LocalDateTime end = at(burst.end());
                first = first == null || start.isBefore(first) ? start : first;
                last = last == null || end.isAfter(last) ? end : last;
            }
        }
        if (first == null || last == null) {
            return null;
        }
        Duration step = step(Duration.between(first, last));
        LocalDateTime from = floor(first, step);
        int columns = (int) (Duration.between(from, last).dividedBy(step) + 1);
        List<Row> rows = new ArrayList<>();
        for (Rank rank : ranking) {
            Seen one = seen.get(rank.host());
            if (one != null && !one.bursts.isEmpty()) {
                rows.add(new Row(rank.host(), one.zoned, events(one.bursts, from, step, columns)));
            }
        }
        return new HeatMap(from, step, columns, rows);
    }

    private static Seen seen(HostFacts facts) {
        List<Burst> dated = facts.bursts().stream()
                .filter(b -> isDated(b.start()) && isDated(b.end()))
                .limit(MOST_BURSTS)
                .toList();
        return new Seen(dated.stream().allMatch(b -> b.start().utc() != null), dated);
    }

    private static boolean isDated(Moment moment) {
        return moment.yearKnown() && moment.hasWall() && moment.isTimed();
    }

    private static LocalDateTime at(Moment moment) {
        LocalDateTime at = Start.reading(moment);
        return at == null ? LocalDateTime.MIN : at;
    }

    private static Duration step(Duration all) {
        for (Duration step : STEPS) {
            if (all.dividedBy(step) < MOST_COLUMNS) {
                return step;
            }
        }
        Duration longest = STEPS.get(STEPS.size() - 1);
        return longest.multipliedBy(all.dividedBy(longest) / MOST_COLUMNS + 1);
    }

    private static LocalDateTime floor(LocalDateTime at, Duration step) {
        long seconds = at.toEpochSecond(ZoneOffset.UTC);
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(seconds, step.toSeconds()) * step.toSeconds(), 0, ZoneOffset.UTC);
    }

    /** Each burst's events evenly over its time. */
    private static List<Long> events(List<Burst> bursts, LocalDateTime from, Duration step, int columns) {
        double[] events = new double[columns];
        for (Burst burst : bursts) {
            int begin = column(at(burst.start()), from, step);
            int end = Math.max(begin, column(at(burst.end()), from, step));
            for (int i = begin; i <= end && i < columns; i++) {
                events[i] += (double) burst.likelyEvents() / (end - begin + 1);
            }
        }
        List<Long> whole = new ArrayList<>();
        for (double count : events) {
            whole.add((long) Math.ceil(count));
        }
        return whole;
    }

    private static int column(LocalDateTime at, LocalDateTime from, Duration step) {
        return (int) Duration.between(from, at).dividedBy(step);
    }

    /** When a stretch begins. */
    public LocalDateTime begin(int column) {
        return from.plus(step.multipliedBy(column));
    }
}
