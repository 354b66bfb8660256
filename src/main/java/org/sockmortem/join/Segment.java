package org.sockmortem.join;

import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/**
 * One boot as one chain tells it.
 *
 * @param number of the segment in its chain, from 0
 * @param bootId the kernel's, or {@code null}
 * @param fromBootLine whether it begins with the boot's first line
 * @param first its first event's moment
 * @param last its last event's moment
 * @param timed whether any of its events has a time
 * @param byUptime whether its axis is the kernel's own stamp; else it is a wall clock
 * @param wallShift what to add to its axis for {@link Epoch}'s number, where its axis is a wall clock
 * @param map wall clocks of its kernel stamps
 * @param resolution how coarse its stamps are at most, in microseconds
 * @param fingerprint some of its events
 */
record Segment(
        int number,
        @Nullable String bootId,
        boolean fromBootLine,
        Moment first,
        Moment last,
        boolean timed,
        boolean byUptime,
        long wallShift,
        WallMap map,
        long resolution,
        Fingerprint fingerprint) {

    /** Whether its wall clocks are points in time: year and zone known. */
    boolean absolute() {
        WallMap.Anchor anchor = byUptime ? map.nearest(first.axisMicros()) : null;
        return byUptime
                ? anchor != null && anchor.absolute()
                : first.hasWall() && first.offset() != null && first.yearKnown();
    }

    /** Whether it has wall clocks at all. */
    boolean hasWall() {
        return byUptime ? !map.isEmpty() : timed && first.hasWall();
    }
}
