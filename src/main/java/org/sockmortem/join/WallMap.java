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

    /** Ten minutes: long enough to hold a line that came on time, also after a boot, when daemons read what was said before they began. */
    private long bucketMicros = 600_000_000;

    private final NavigableMap<Long, Anchor> byBucket = new TreeMap<>();

    /**
     * A stamp that is told in both clocks.
     *
     * @param uptime microseconds since boot
     * @param epoch microseconds since 1970, by {@link Epoch}
     * @param plusMinus how far {@code epoch} may be off, in microseconds
     * @param offset of the wall clock's zone, or {@code null} where that is not known
     * @param yearKnown whether the year is
     * @param shift what was added to the log's own wall clock for {@code epoch}, in microseconds
     */
    record Anchor(
            long uptime,
            long epoch,
            long plusMinus,
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

        Anchor shifted(long micros) {
            return new Anchor(uptime, epoch + micros, plusMinus, offset, yearKnown, shift + micros);
        }
    }

    /** A line that told both. */
    void add(Anchor anchor) {
        byBucket.merge(Math.floorDiv(anchor.uptime(), bucketMicros), anchor, WallMap::better);
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
        Map<Long, Anchor> all = new TreeMap<>(byBucket);
        byBucket.clear();
        bucketMicros *= 2;
        all.values().forEach(a -> byBucket.merge(Math.floorDiv(a.uptime(), bucketMicros), a, WallMap::better));
    }

    /** Everything that another map tells, its wall clocks that many microseconds later. */
    void addAll(WallMap other, long shift) {
        other.byBucket.values().forEach(a -> add(a.shifted(shift)));
    }

    boolean isEmpty() {
        return byBucket.isEmpty();
    }

    /** The wall clock at the kernel's zero, the earliest that any anchor tells: a suspend only ever makes it later. */
    long zero() {
        return byBucket.values().stream().mapToLong(Anchor::difference).min().orElseThrow();
    }

    /** The anchor nearest to a stamp of the kernel, or {@code null} where there is none. */
    @Nullable
    Anchor nearest(long uptime) {
        long bucket = Math.floorDiv(uptime, bucketMicros);
        Map.Entry<Long, Anchor> before = byBucket.floorEntry(bucket);
        Map.Entry<Long, Anchor> after = byBucket.higherEntry(bucket);
        if (before == null || after == null) {
            Map.Entry<Long, Anchor> only = before == null ? after : before;
            return only == null ? null : only.getValue();
        }
        long back = uptime - before.getValue().uptime();
        long ahead = after.getValue().uptime() - uptime;
        return back <= ahead ? before.getValue() : after.getValue();
    }

    /** The stamp of the kernel at which the wall clock showed that; the map must not be empty. */
    long uptimeAt(long epoch) {
        long uptime = epoch - byBucket.firstEntry().getValue().difference();
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
        Anchor anchor = uptime == null || at.wall() != null ? null : nearest(uptime);
        if (uptime == null || anchor == null) {
            return at;
        }
        return new Moment(
                Epoch.wall(anchor.difference() - anchor.shift() + uptime, anchor.offset()),
                anchor.yearKnown(),
                anchor.offset(),
                uptime,
                at.plusMinusMicros(),
                Math.max(anchor.plusMinus(), at.plusMinusMicros()),
                at.axisMicros());
    }
}
