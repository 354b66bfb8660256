package org.sockmortem.join;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.ClockModel;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;

/** What a first reading of a chain tells of each of its segments. Mutable. */
final class SegmentCollector {
    private final List<Open> all = new ArrayList<>();

    /** A segment as it is read. */
    private static final class Open {
        final List<Both> both = new ArrayList<>();
        final List<WallMap.Anchor> readings = new ArrayList<>();
        final Fingerprint fingerprint = new Fingerprint();
        final @Nullable String bootId;
        final boolean fromBootLine;
        final Moment first;
        boolean byUptime;
        Moment last;

        @Nullable
        Moment firstTimed;

        @Nullable
        Moment lastTimed;

        long resolution = 1;

        long bucket = Long.MIN_VALUE;

        Open(Placed placed, ChainPlayer player) {
            bootId = player.bootId();
            fromBootLine = player.beganWithBootLine();
            first = placed.at();
            last = first;
        }
    }

    /**
     * A moment with both clocks.
     *
     * @param bucket its kernel stamp's stretch of time
     * @param at the moment of that stretch that was received soonest
     * @param resolution of the wall clock
     * @param most the greatest difference of the clocks in that stretch
     */
    private record Both(long bucket, Moment at, long resolution, long most) {
        /** Whether lines of different seconds were written down together: what a daemon finds as it begins is all stamped then. */
        boolean isReplayed() {
            return spread() > DELAY_MICROS + resolution;
        }

        long spread() {
            return most - lateness(at);
        }
    }

    /** What lines of one daemon may differ in their delay. */
    private static final long DELAY_MICROS = 1_500_000;

    /** A daemon begins within minutes of the boot. */
    private static final long BEGUN_MICROS = 300_000_000;

    private static final long BUCKET_MICROS = 60_000_000;

    /**
     * The next event. Takes from the player what follows it and tells nothing more: lines that say the same, and beyond the first thousands
     * whatever is of the same moment.
     */
    void see(Placed placed, ChainPlayer player) {
        if (placed.segment() == all.size()) {
            all.add(new Open(placed, player));
        }
        Open open = all.get(placed.segment());
        Moment at = placed.at();
        open.last = at;
        if (at.isTimed()) {
            if (open.firstTimed == null) {
                open.firstTimed = at;
                open.byUptime = placed.taped().stamp().hasUptime();
            }
            open.lastTimed = at;
            open.resolution = Math.max(open.resolution, at.plusMinusMicros());
        }
        if (open.byUptime
                && placed.taped().stamp().hasUptime()
                && placed.taped().stamp().wall() != null) {
            seeBoth(open, at, placed.taped().stamp().wall().resolutionMicros());
        }
        if (placed.taped().event() instanceof KernelEvent.ClockReading reading
                && placed.taped().stamp().hasUptime()
                && reading.epochMicros() >= ClockModel.EARLIEST_CLOCK
                && player.believes(reading)) {
            seeReading(
                    open.readings,
                    new WallMap.Anchor(
                            placed.taped().stamp().uptimeMicros(),
                            reading.epochMicros(),
                            reading.plusMinusMicros(),
                            0,
                            ZoneOffset.UTC,
                            true,
                            0));
        }
        open.fingerprint.add(at.axisMicros(), placed.taped().event(), 1 + player.takeAgain());
        Passed passed = open.fingerprint.hasItsHead() ? player.passOver() : null;
        if (passed != null) {
            open.fingerprint.add(at.axisMicros(), passed);
        }
    }

    /** Keeps one a minute, the newest: what was said before may have been said by a clock that was then set. */
    private static void seeReading(List<WallMap.Anchor> readings, WallMap.Anchor reading) {
        int last = readings.size() - 1;
        if (last >= 0 && Math.abs(reading.uptime() - readings.get(last).uptime()) < BUCKET_MICROS) {
            readings.remove(last);
        }
        readings.add(reading);
    }

    /** Keeps one a minute, the one that was received soonest. */
    private static void seeBoth(Open open, Moment at, long resolution) {
        long bucket = Math.floorDiv(at.uptimeMicros() == null ? 0 : at.uptimeMicros(), BUCKET_MICROS);
        int lastIndex = open.both.size() - 1;
        if (bucket == open.bucket && lastIndex >= 0) {
            Moment kept = open.both.get(lastIndex).at();
            long most = Math.max(open.both.get(lastIndex).most(), lateness(at));
            Moment soonest = lateness(at) < lateness(kept) ? at : kept;
            open.both.set(lastIndex, new Both(bucket, soonest, resolution, most));
            return;
        }
        open.bucket = bucket;
        open.both.add(new Both(bucket, at, resolution, lateness(at)));
    }

    private static long lateness(Moment at) {
        Long uptime = at.uptimeMicros();
        return !at.hasWall() || uptime == null ? Long.MAX_VALUE : Epoch.micros(at) - uptime;
    }

    /** Whether a line that came soon after shows that those of this stretch had waited for their daemon. */
    private static boolean isLate(Both both, List<Both> all) {
        Long uptime = both.at().uptimeMicros();
        return uptime != null
                && uptime < BEGUN_MICROS
                && all.stream()
                        .filter(b -> b.bucket() > both.bucket()
                                && b.bucket() <= both.bucket() + 2 * BEGUN_MICROS / BUCKET_MICROS)
                        .anyMatch(b -> lateness(both.at()) - lateness(b.at()) > DELAY_MICROS + both.resolution()
                                && lateness(both.at()) - lateness(b.at()) < BEGUN_MICROS);
    }

    /** The segments; the whole chain has been read. */
    List<Segment> finish(ClockModel clock) {
        List<Segment> segments = new ArrayList<>();
        for (Open open : all) {
            WallMap map = new WallMap();
            open.both.removeIf(b -> isLate(b, open.both));
            for (Both both : open.both) {
                Moment at = clock.dated(both.at());
                Long uptime = at.uptimeMicros();
                if (uptime != null && at.hasWall()) {
                    map.add(new WallMap.Anchor(
                            uptime,
                            Epoch.micros(at),
                            both.isReplayed() ? 1_000_000 + both.spread() : 1_000_000,
                            both.resolution(),
                            at.offset(),
                            at.yearKnown(),
                            0));
                }
            }
            if (open.both.isEmpty()) {
                open.readings.forEach(map::add);
            }
            Moment first = clock.dated(open.firstTimed == null ? open.first : open.firstTimed);
            Moment last = clock.dated(open.lastTimed == null ? open.last : open.lastTimed);
            long shift = open.byUptime || !first.hasWall() ? 0 : Epoch.micros(first) - first.axisMicros();
            segments.add(new Segment(
                    segments.size(),
                    open.bootId,
                    open.fromBootLine,
                    first,
                    last,
                    open.firstTimed != null,
                    open.byUptime,
                    shift,
                    map,
                    open.resolution,
                    open.fingerprint));
        }
        return segments;
    }
}
