package org.sockmortem.join;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/**
 * Which wall clock belongs to which stamp of the kernel, in one boot, by what told both. The difference is not constant: the kernel's
 * stamps (local_clock(), kernel/sched/clock.c) are not slewed by NTP and stop in suspend, the wall clock may be stepped; so the nearest
 * anchor counts. A line can only be received late, never early: of the anchors of a stretch the one with the smallest difference is
 * kept. Mutable, bounded.
 */
final class WallMap {
    private static final int LIMIT = 2_000;

    /** A computer's quartz is good to 100 parts in a million; 16 were measured between the two clocks of a virtual machine. */
    private static final long DRIFT_DIVISOR = 10_000;

    private static final long TENTH_MICROS = 100_000;

    /** So near an anchor a suspend between the two is no matter to reckon with. */
    private static final long NEAR_MICROS = 60_000_000;

    /** Ten minutes: long enough to hold a line that came on time, also after a boot, when daemons read what was said before they began. */
    private long bucketMicros = 600_000_000;

    private final NavigableMap<Long, Stretch> byBucket = new TreeMap<>();

    /** The anchor of a stretch that came soonest, and the greatest difference of its like. */
    private record Stretch(Anchor soonest, long latest) {
        Stretch(Anchor anchor) {
            this(anchor, anchor.difference());
        }

        Stretch and(Stretch other) {
            Anchor best = better(soonest, other.soonest);
            boolean alike = soonest.likeness() == other.soonest.likeness();
            long most = Math.max(latest, other.latest);
            return new Stretch(best, alike ? most : best.equals(soonest) ? latest : other.latest);
        }

        /** Whole seconds are cut off, so the true difference lies between the greatest and the smallest and a second. */
        Anchor anchor() {
            long most = soonest.difference() + soonest.resolution;
            long middle = (Math.min(latest, most) + most) / 2;
            return soonest.resolution <= 1
                    ? soonest
                    : new Anchor(
                            soonest.uptime,
                            soonest.uptime + middle,
                            soonest.plusMinus,
                            soonest.resolution,
                            soonest.offset,
                            soonest.yearKnown,
                            soonest.shift);
        }
    }

    /**
     * A stamp that is told in both clocks.
     *
     * @param uptime microseconds since boot
     * @param epoch microseconds since 1970, by {@link Epoch}
     * @param plusMinus how far {@code epoch} may be off, in microseconds
     * @param resolution what may have been cut off from {@code epoch}, in microseconds
     * @param offset of the wall clock's zone, or {@code null} where that is not known
     * @param yearKnown whether the year is
     * @param shift what was added to the log's own wall clock for {@code epoch}, in microseconds
     */
    record Anchor(
            long uptime,
            long epoch,
            long plusMinus,
            long resolution,
            @Nullable ZoneOffset offset,
            boolean yearKnown,
            long shift) {
        long difference() {
            return epoch - uptime;
        }

        /** Whether it is a point in time, not only a reading of some clock on some wall. */
        boolean absolute() {
            return offset != null && yearKnown;
        }

        Anchor shifted(long micros, long later) {
            return new Anchor(uptime + later, epoch + micros, plusMinus, resolution, offset, yearKnown, shift + micros);
        }

        /** The same, shown in the zone of another anchor of the same clock. */
        Anchor shownAs(Anchor other) {
            return new Anchor(uptime, epoch, plusMinus, resolution, other.offset, yearKnown, other.shift);
        }

        private long likeness() {
            return plusMinus * 2 + (absolute() ? 1 : 0);
        }
    }

    /** A line that told both. */
    void add(Anchor anchor) {
        add(new Stretch(anchor));
    }

    private void add(Stretch stretch) {
        byBucket.merge(Math.floorDiv(stretch.soonest.uptime, bucketMicros), stretch, Stretch::and);
        if (byBucket.size() > LIMIT) {
            widen();
        }
    }

    private static Anchor better(Anchor a, Anchor b) {
        if (a.absolute() != b.absolute()) {
            return a.absolute() ? a : b;
        }
        if (a.plusMinus() != b.plusMinus()) {
            return a.plusMinus() < b.plusMinus() ? a : b;
        }
        return b.difference() < a.difference() ? b : a;
    }

    private void widen() {
        Map<Long, Stretch> all = new TreeMap<>(byBucket);
        byBucket.clear();
        bucketMicros *= 2;
        all.values().forEach(a -> byBucket.merge(Math.floorDiv(a.soonest.uptime, bucketMicros), a, Stretch::and));
    }

    /** Everything that another map tells, its wall clocks and its stamps that many microseconds later. */
    void addAll(WallMap other, long shift, long later) {
        other.byBucket
                .values()
                .forEach(s -> add(new Stretch(s.soonest.shifted(shift, later), s.latest + shift - later)));
    }

    boolean isEmpty() {
        return byBucket.isEmpty();
    }

    /** The wall clock at the kernel's zero, the earliest that any anchor tells: a suspend only ever makes it later. */
    long zero() {
        return byBucket.values().stream()
                .mapToLong(s -> s.anchor().difference())
                .min()
                .orElseThrow();
    }

    /** The anchor nearest to a stamp of the kernel, or {@code null} where there is none. */
    @Nullable
    Anchor nearest(long uptime) {
        long bucket = Math.floorDiv(uptime, bucketMicros);
        Map.Entry<Long, Stretch> before = byBucket.floorEntry(bucket);
        Map.Entry<Long, Stretch> after = byBucket.higherEntry(bucket);
        if (before == null || after == null) {
            Map.Entry<Long, Stretch> only = before == null ? after : before;
            return only == null ? null : only.getValue().anchor();
        }
        long back = uptime - before.getValue().soonest.uptime;
        long ahead = after.getValue().soonest.uptime - uptime;
        return (back <= ahead ? before : after).getValue().anchor();
    }

    /**
     * How far the kernel's stamps and the wall clock may drift apart in that many microseconds, if the machine does not sleep; in tenths of
     * a second, since nothing is known more exactly.
     */
    static long drift(long micros) {
        long drift = Math.abs(micros) / DRIFT_DIVISOR;
        return drift - drift % TENTH_MICROS;
    }

    /**
     * How far off the wall clock may be that {@link #nearest} gives for a stamp. Between two anchors the difference of the clocks is
     * between theirs, also where the machine slept in between; beyond the last one it drifts.
     */
    private long plusMinus(long uptime, Anchor nearest) {
        long distance = Math.abs(uptime - nearest.uptime);
        long bucket = Math.floorDiv(uptime, bucketMicros);
        Map.Entry<Long, Stretch> before = byBucket.floorEntry(bucket);
        Map.Entry<Long, Stretch> after = byBucket.higherEntry(bucket);
        if (distance <= NEAR_MICROS || before == null || after == null) {
            return nearest.plusMinus + drift(distance);
        }
        long differ = after.getValue().anchor().difference()
                - before.getValue().anchor().difference();
        return nearest.plusMinus + Math.max(Math.abs(differ), Math.min(drift(distance), nearest.plusMinus));
    }

    /** The stamp of the kernel at which the wall clock showed that; the map must not be empty. */
    long uptimeAt(long epoch) {
        long uptime = epoch - byBucket.firstEntry().getValue().anchor().difference();
        // where the difference grew since then, the first guess is late, and the anchor nearest to it tells by how much
        for (int i = 0; i < 2; i++) {
            Anchor anchor = nearest(uptime);
            uptime = anchor == null ? uptime : epoch - anchor.difference();
        }
        return uptime;
    }

    /** A moment that has only the kernel's stamp, with the wall clock that belongs to it; the same moment where nothing tells. */
    Moment filled(Moment at) {
        Long uptime = at.uptimeMicros();
        Anchor anchor = uptime == null || at.hasWall() ? null : nearest(uptime);
        if (uptime == null || anchor == null) {
            return at;
        }
        return new Moment(
                Epoch.wallMicros(anchor.difference() - anchor.shift() + uptime, anchor.offset()),
                anchor.yearKnown(),
                anchor.offset(),
                uptime,
                at.plusMinusMicros(),
                Math.max(plusMinus(uptime, anchor), at.plusMinusMicros()),
                at.axisMicros());
    }
}
