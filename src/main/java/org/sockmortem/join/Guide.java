package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/**
 * Where, among the events of finer logs, those of a coarser one belong. Of a flood of equal lines nobody can say which is which, but
 * between them stand events that come once, such as a limiter's notes with their numbers; the distance at which those lie in both logs
 * is that of the lines around them.
 */
final class Guide {
    /** An event that lies further from every mark than this is left where its own clock has it. */
    private static final long REACH_MICROS = 60_000_000;

    /** How late a daemon may be for one line and not for the next. */
    private static final long JITTER_MICROS = 250_000;

    /** How far an event may be from where the clocks have it, before it is guided. */
    private static final long UNGUIDED_MICROS = 5_000_000;

    /** So many marks on either side of an event tell of it. */
    private static final int MARKS = 4;

    private static final int STEP = 4;
    private static final long LEAST_MICROS = 1_000;

    /** Of what speaks for an alignment this part must still do so in less room. */
    private static final double KEPT = 0.9;

    private static final long EXACT_MICROS = 20_000;

    /** A daemon's whole second. */
    private static final long SECOND_MICROS = 1_000_000;

    /** Once in one log, and once or twice in the other. */
    private static final double SURE = 0.5;

    private final List<Alignment.Pair> marks = new ArrayList<>();

    /** The events that the other log tells of too. */
    private final List<Alignment.Pair> pairs;

    /** Where there is no mark. */
    private final @Nullable Place usual;

    private final long resolution;
    private final long jitter;

    private Guide(@Nullable Alignment found, long tolerance, long resolution) {
        this.resolution = resolution;
        this.jitter = Math.min(tolerance, JITTER_MICROS);
        this.pairs = found == null ? List.of() : found.pairs();
        if (found == null) {
            usual = null;
            return;
        }
        usual = new Place(found.delta() - tolerance, found.delta() + tolerance);
        found.pairs().stream()
                .filter(p -> p.weight() >= SURE)
                .sorted(Comparator.comparingLong(Alignment.Pair::first))
                .forEach(this::mark);
    }

    /** Both logs tell in the order in which things happened. */
    private void mark(Alignment.Pair pair) {
        if (marks.isEmpty() || marks.get(marks.size() - 1).second() <= pair.second()) {
            marks.add(pair);
        }
    }

    /**
     * What a log tells of a boot.
     *
     * @param sights events, on the boot's axis
     * @param resolution how coarse its stamps are, in microseconds; 0 where they are the kernel's own, so that nothing need lead them
     */
    record Told(List<Sight> sights, long resolution) {}

    /** No lead. */
    static final Guide NONE = new Guide(null, 0, 0);

    /** A guide for one log among the events of another, and how well the two agree. */
    record Found(Guide guide, Alignment alignment, long tolerance) {
        boolean isBetterThan(@Nullable Found other) {
            return alignment.isBetterThan(other == null ? null : other.alignment);
        }

        /** Whether the two agree to a hundredth of a second and less, as no two logs do by chance. */
        boolean isExact() {
            return guide.jitter <= EXACT_MICROS && alignment.score() >= SURE;
        }

        /** The guide for the log among the events of all logs that have their place, where these tell more than the one does. */
        Guide guideAmong(Told coarser, Told all) {
            Alignment more = Alignment.at(alignment.delta(), coarser.sights, all.sights, tolerance);
            return more == null || more.pairs().size() < alignment.pairs().size()
                    ? guide
                    : new Guide(more, tolerance, guide.resolution);
        }
    }

    /** How far from where the clocks have them copies are sought: a flood repeats itself, so what lies near comes before what lies far. */
    enum Search {
        HERE,
        NEAR,
        LATE
    }

    /**
     * A guide for one log among the events of another, or {@code null} where they have too little in common.
     *
     * @param coarser what the log tells
     * @param finer what the other tells
     */
    static @Nullable Found of(Told coarser, Told finer, Search search) {
        long tight = Math.min(SECOND_MICROS, Math.max(coarser.resolution, finer.resolution)) + JITTER_MICROS;
        long tolerance = search == Search.LATE ? UNGUIDED_MICROS / 2 : tight;
        if (coarser.sights.isEmpty() || finer.sights.isEmpty()) {
            return null;
        }
        Alignment found = search == Search.HERE
                ? Alignment.at(0, coarser.sights, finer.sights, tight)
                : Alignment.near(UNGUIDED_MICROS, coarser.sights, finer.sights, tolerance);
        return found == null ? null : tightened(found, tolerance, coarser, finer);
    }

    /** Clocks that differ by one number throughout need no room for lateness. */
    private static Found tightened(Alignment found, long tolerance, Told coarser, Told finer) {
        Alignment alignment = found;
        long within = tolerance;
        long least = LEAST_MICROS + Math.max(coarser.resolution, finer.resolution);
        for (long tighter = within / STEP; tighter >= least; tighter /= STEP) {
            Alignment next = Alignment.at(alignment.delta(), coarser.sights, finer.sights, tighter);
            if (next == null || next.pairs().size() < alignment.pairs().size() * KEPT) {
                break;
            }
            alignment = next;
            within = tighter;
        }
        Guide guide = new Guide(alignment, within, Math.max(coarser.resolution, finer.resolution));
        return new Found(guide, found, within);
    }

    /** The coarser log's events, led to where they belong. */
    EventStream lead(EventStream coarser) {
        if (usual == null) {
            return coarser;
        }
        Walk walk = new Walk();
        return () -> {
            JoinedEvent event = coarser.next();
            return event == null ? null : led(event, walk.next(event.axis(), event.event()));
        };
    }

    /** The coarser log's events, led to where they belong. */
    Told lead(Told coarser) {
        Walk walk = new Walk();
        List<Sight> led = new ArrayList<>();
        for (Sight sight : coarser.sights) {
            Room room = usual == null ? null : walk.next(sight.axis(), sight.event());
            led.add(room == null ? sight : new Sight(room.axis(), sight.event()));
        }
        led.sort(Comparator.comparingLong(Sight::axis));
        return new Told(led, coarser.resolution);
    }

    /** What is told, and what the log that this is the guide of adds to it. */
    Told unite(Told told, Told coarser) {
        List<Sight> all = new ArrayList<>(told.sights);
        Iterator<Alignment.Pair> both = shared(told, coarser).iterator();
        Alignment.Pair next = both.hasNext() ? both.next() : null;
        Walk walk = new Walk();
        for (Sight sight : coarser.sights) {
            Room room = usual == null ? null : walk.next(sight.axis(), sight.event());
            if (next != null && next.first() == sight.axis() && next.event().equals(sight.event())) {
                next = both.hasNext() ? both.next() : null;
            } else {
                all.add(room == null ? sight : new Sight(room.axis(), sight.event()));
            }
        }
        all.sort(Comparator.comparingLong(Sight::axis));
        return new Told(all, Math.max(told.resolution, coarser.resolution));
    }

    private List<Alignment.Pair> shared(Told told, Told coarser) {
        if (usual != null) {
            return pairs;
        }
        Alignment same = Alignment.at(0, coarser.sights, told.sights, LEAST_MICROS);
        return same == null ? List.of() : same.pairs();
    }

    private static JoinedEvent led(JoinedEvent event, Room room) {
        return event.at(event.at().onAxis(room.axis()))
                .within(new JoinedEvent.Slack(
                        room.axis() - room.from,
                        room.to - room.axis(),
                        event.slack().reckoned()));
    }

    /** Where an event belongs. */
    private record Room(long from, long to) {
        long axis() {
            return from + (to - from) / 2;
        }
    }

    /** From mark to mark: what stands between two marks in one log stands between them in the other. */
    private final class Walk {
        private int passed;

        Room next(long axis, KernelEvent event) {
            while (passed < marks.size() && marks.get(passed).first() < axis) {
                passed++;
            }
            Place place = place(axis);
            long from = axis + place.least;
            long to = axis + place.most;
            if (passed < marks.size() && marks.get(passed).event().equals(event)) {
                long here = marks.get(passed++).second();
                return new Room(Math.min(from, here), here + Math.max(0, here - from));
            }
            long after = passed == 0 ? from : marks.get(passed - 1).second();
            long before = passed == marks.size() ? to : marks.get(passed).second() - 1;
            long least = Math.max(from, after);
            return new Room(least, Math.max(least, Math.min(to, before)));
        }
    }

    /** Between how much and how much an event is to be moved. */
    private record Place(long least, long most) {}

    private Place place(long axis) {
        int after = 0;
        int to = marks.size();
        while (after < to) {
            int middle = (after + to) >>> 1;
            if (marks.get(middle).first() < axis) {
                after = middle + 1;
            } else {
                to = middle;
            }
        }
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int mark = Math.max(0, after - MARKS); mark < Math.min(marks.size(), after + MARKS); mark++) {
            if (Math.abs(marks.get(mark).first() - axis) <= REACH_MICROS) {
                least = Math.min(least, marks.get(mark).delta());
                most = Math.max(most, marks.get(mark).delta());
            }
        }
        if (least > most) {
            return usual == null ? new Place(0, 0) : usual;
        }
        // where whole seconds are cut off, every mark tells where the cut-off part begins at most and where it ends at
        // least
        boolean cut = most - least <= resolution;
        return new Place((cut ? most - resolution : least) - jitter, (cut ? least + resolution : most) + jitter);
    }
}
