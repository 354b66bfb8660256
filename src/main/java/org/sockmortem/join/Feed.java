package org.sockmortem.join;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/** One chain's events once more, now with the boot that each is of, for that boot's merge to take. Mutable. */
final class Feed {
    private static final JoinedEvent.Slack SAME_STAMP = new JoinedEvent.Slack(1_000, 1_000, false);

    /** A daemon writes a line down some seconds after it was said. */
    private static final long RECEIPT_MICROS = 2_500_000;

    private static final long ROUNDING_MICROS = 1_500_000;
    private static final long SECOND_MICROS = 1_000_000;

    /** A daemon begins within minutes of the boot. */
    private static final long BEGUN_MICROS = 300_000_000;

    private final Track track;
    private final BootPlan plan;
    private final ChainPlayer player;
    private @Nullable Placed next;
    private BootPlan.@Nullable PlannedBoot bootOfNext;
    private long lastWall = Long.MIN_VALUE;
    private int askedSegment = -1;
    private long askedWall;

    Feed(Track track, BootPlan plan) {
        this.track = track;
        this.plan = plan;
        this.player = track.chain.player();
        advance();
    }

    private void advance() {
        Placed placed = player.next();
        next = placed;
        if (placed == null) {
            bootOfNext = null;
            return;
        }
        long wall = wall(placed);
        // many lines are of one moment
        if (placed.segment() != askedSegment || wall != askedWall) {
            askedSegment = placed.segment();
            askedWall = wall;
            bootOfNext = plan.bootOf(track, placed.segment(), wall);
        }
    }

    private long wall(Placed placed) {
        Segment segment = segment(placed);
        if (!segment.byUptime() && placed.at().isTimed()) {
            lastWall = placed.at().axisMicros() + segment.wallShift() + track.shift;
        }
        return lastWall;
    }

    private Segment segment(Placed placed) {
        return track.chain.segments().get(placed.segment());
    }

    /** Whether it has something to say of that boot, or of one before it. */
    boolean speaksOf(BootPlan.PlannedBoot boot) {
        return bootOfNext != null && bootOfNext.number <= boot.number;
    }

    /** The segment of the next event, where that is its first; else {@code null}. */
    @Nullable
    Segment beginning() {
        Placed placed = next;
        return placed == null || placed.segment() <= begun ? null : segment(placed);
    }

    private int begun = -1;

    /** How fine its stamps are, the finest first: what carries the kernel's own sets the order of events. */
    int rank() {
        Placed placed = next;
        if (placed == null) {
            return Integer.MAX_VALUE;
        }
        Segment segment = segment(placed);
        if (segment.byUptime()) {
            return segment.hasWall() ? 0 : 1;
        }
        boolean fine = segment.resolution() < 1_000_000;
        if (track.reckoned()) {
            return !fine ? 8 : track.bootOf(segment.number()) != null ? 2 : 5;
        }
        return (fine ? 3 : 6) + (segment.absolute() ? 0 : 1);
    }

    /** Its events of one boot, with the moments that its own clock gave them; lines that say the same at one moment are one. */
    EventStream alone(BootPlan.PlannedBoot boot) {
        return () -> {
            // asked before the next event is
            long again = next != null && speaksOf(boot) ? player.takeAgain() : 0;
            Placed placed = take(boot);
            return placed == null ? null : event(placed, filled(placed, boot), SAME_STAMP, 1 + again);
        };
    }

    /** Its events of one boot, on that boot's axis. */
    EventStream beside(BootPlan.PlannedBoot boot) {
        return () -> {
            Placed placed = take(boot);
            return placed == null ? null : onAxis(placed, boot);
        };
    }

    /** Some of its events of one boot, on that boot's axis, in its order. */
    Guide.Told told(BootPlan.PlannedBoot boot) {
        List<Sight> sights = new ArrayList<>();
        long resolution = 0;
        for (Segment segment : track.chain.segments()) {
            if (segment.timed()) {
                KernelBoot own = track.bootOf(segment.number());
                boolean exact = segment.byUptime()
                        && (own == null || own.memberOf(track, segment.number()).exact());
                resolution =
                        Math.max(resolution, exact ? 0 : Math.max(1, segment.byUptime() ? 1 : segment.resolution()));
                segment.fingerprint().sights().forEach(s -> addSight(sights, s, segment, boot));
            }
        }
        sights.sort(Comparator.comparingLong(Sight::axis));
        return new Guide.Told(sights, resolution);
    }

    private void addSight(List<Sight> sights, Sight sight, Segment segment, BootPlan.PlannedBoot boot) {
        KernelBoot kernel = boot.kernel;
        KernelBoot own = track.bootOf(segment.number());
        if (own != null) {
            if (own == kernel) {
                sights.add(sight.plus(own.memberOf(track, segment.number()).shift()));
            }
            return;
        }
        long wall = sight.axis() + segment.wallShift() + track.shift;
        if (plan.bootOf(track, segment.number(), wall) == boot) {
            long axis = kernel == null ? (segment.byUptime() ? sight.axis() : wall) : axisAt(kernel, wall);
            sights.add(new Sight(axis, sight.event()));
        }
    }

    private @Nullable Placed take(BootPlan.PlannedBoot boot) {
        Placed placed = next;
        if (placed == null || !speaksOf(boot)) {
            return null;
        }
        begun = Math.max(begun, placed.segment());
        advance();
        return placed;
    }

    private JoinedEvent onAxis(Placed placed, BootPlan.PlannedBoot boot) {
        Moment at = filled(placed, boot);
        Segment segment = segment(placed);
        KernelBoot kernel = boot.kernel;
        long axis;
        JoinedEvent.Slack slack = walled(placed);
        if (kernel != null && track.bootOf(placed.segment()) == kernel) {
            long shift = kernel.memberOf(track, placed.segment()).shift();
            axis = at.axisMicros() + shift;
            at = shift == 0 || at.uptimeMicros() == null ? at : withUptime(at, at.uptimeMicros() + shift);
            slack = segment.byUptime() ? (placed.taped().stamp().hasUptime() ? SAME_STAMP : slack) : reckoned(placed);
        } else if (kernel == null) {
            axis = segment.byUptime() ? at.axisMicros() : walled(placed, segment);
        } else {
            axis = axisAt(kernel, walled(placed, segment));
        }
        return event(placed, at.onAxis(axis), slack, 1);
    }

    /** A place on the wall clock, on the axis of a boot; where nothing ties that boot to the wall clock, apart from all its other events. */
    private static long axisAt(KernelBoot kernel, long wall) {
        return kernel.map.isEmpty() ? wall : kernel.map.uptimeAt(wall);
    }

    /** Where a minute is told, and then the seconds since the line before, each of them may be a minute off. */
    private static JoinedEvent.Slack reckoned(Placed placed) {
        long resolution = resolution(placed);
        long before = resolution > 1_000_000 ? resolution : 0;
        return new JoinedEvent.Slack(ROUNDING_MICROS + before, ROUNDING_MICROS + resolution, true);
    }

    private static Moment withUptime(Moment at, long uptime) {
        return new Moment(
                at.wallMicros(),
                at.yearKnown(),
                at.offset(),
                uptime,
                at.plusMinusMicros(),
                at.wallPlusMinusMicros(),
                at.axisMicros());
    }

    private long walled(Placed placed, Segment segment) {
        return placed.at().axisMicros() + segment.wallShift() + track.shift;
    }

    private JoinedEvent.Slack walled(Placed placed) {
        return new JoinedEvent.Slack(RECEIPT_MICROS, ROUNDING_MICROS + resolution(placed), track.reckoned());
    }

    private static long resolution(Placed placed) {
        return Math.max(0, placed.at().plusMinusMicros());
    }

    private Moment filled(Placed placed, BootPlan.PlannedBoot boot) {
        Moment at = drifted(track.chain.clock().dated(placed.at()), placed);
        if (boot.kernel == null || boot.kernel.map.isEmpty()) {
            return at;
        }
        WallMap map = boot.kernel.map;
        if (at.uptimeMicros() == null || placed.taped().stamp().wall() == null) {
            return map.filled(at.uptimeMicros() == null ? at : at.withoutWall());
        }
        WallMap.Anchor anchor = at.uptimeMicros() > BEGUN_MICROS ? null : map.nearest(at.uptimeMicros());
        if (anchor == null) {
            return at;
        }
        if (isLate(at, anchor)) {
            return map.filled(at.withoutWall());
        }
        // where all lines waited for their daemon nobody knows how long the last of them did
        return anchor.plusMinus() > SECOND_MICROS ? at.withWallWithin(anchor.plusMinus()) : at;
    }

    /**
     * A moment that dmesg(1) reckoned with the clocks as they were when it ran, which was after the log's last line: till then they drifted
     * apart (lib/monotonic.c of util-linux). A machine that slept, or whose clock was set, moved them further.
     */
    private Moment drifted(Moment at, Placed placed) {
        if (!track.reckoned() || !at.hasWall()) {
            return at;
        }
        Moment last = segment(placed).last();
        Moment read = track.chain.spans().get(track.chain.spans().size() - 1).last();
        long end = Math.max(last.axisMicros(), read == null ? last.axisMicros() : read.axisMicros());
        return at.withWallWithin(at.wallPlusMinusMicros() + WallMap.drift(end - at.axisMicros()));
    }

    /** Whether a line of the boot's beginning was written down when its daemon had begun, and not when it was said. */
    private boolean isLate(Moment at, WallMap.Anchor anchor) {
        Long uptime = at.uptimeMicros();
        long late = uptime == null || !at.hasWall() ? 0 : Epoch.micros(at) + track.shift - uptime - anchor.difference();
        return late > RECEIPT_MICROS && late < BEGUN_MICROS;
    }

    private static JoinedEvent event(Placed placed, Moment at, JoinedEvent.Slack slack, long times) {
        TapedEvent taped = placed.taped();
        return new JoinedEvent(
                taped.event(), taped.text(), at, taped.stamp().caller(), List.of(taped.ref()), slack, times);
    }
}
