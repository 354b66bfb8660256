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

    /** A moment with both clocks, and its kernel stamp's stretch of time. */
    private record Both(long bucket, Moment at, long resolution) {}

    private static final long BUCKET_MICROS = 60_000_000;

    /** The next event. */
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
                && reading.epochMicros() >= ClockModel.EARLIEST_CLOCK) {
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
        open.fingerprint.add(at.axisMicros(), placed.taped().event());
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
            if (lateness(at) < lateness(kept)) {
                open.both.set(lastIndex, new Both(bucket, at, resolution));
            }
            return;
        }
        open.bucket = bucket;
        open.both.add(new Both(bucket, at, resolution));
    }

    private static long lateness(Moment at) {
        Long uptime = at.uptimeMicros();
        return at.wall() == null || uptime == null ? Long.MAX_VALUE : Epoch.micros(at) - uptime;
    }

    /** The segments; the whole chain has been read. */
    List<Segment> finish(ClockModel clock) {
        List<Segment> segments = new ArrayList<>();
        for (Open open : all) {
            WallMap map = new WallMap();
            for (Both both : open.both) {
                Moment at = clock.dated(both.at());
                Long uptime = at.uptimeMicros();
                if (uptime != null && at.wall() != null) {
                    map.add(new WallMap.Anchor(
                            uptime, Epoch.micros(at), 1_000_000, both.resolution(), at.offset(), at.yearKnown(), 0));
                }
            }
            if (open.both.isEmpty()) {
                open.readings.forEach(map::add);
            }
            Moment first = clock.dated(open.firstTimed == null ? open.first : open.firstTimed);
            Moment last = clock.dated(open.lastTimed == null ? open.last : open.lastTimed);
            long shift = open.byUptime || first.wall() == null ? 0 : Epoch.micros(first) - first.axisMicros();
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
