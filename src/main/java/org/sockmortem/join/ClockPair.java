package org.sockmortem.join;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What captured files tell of both clocks, such as {@code btime} of /proc/stat, or date(1) beside /proc/uptime.
 *
 * @param bootId of the boot that it tells of, or {@code null} where only the time tells
 * @param uptimeMicros microseconds since boot
 * @param epochMicros microseconds since 1970, UTC where {@code offset} is known, else as the clock on the wall showed them
 * @param plusMinusMicros how exact that is
 * @param offset of the host's zone, or {@code null} where nothing tells it
 * @param upMicros how long the boot had run when it was asked, or {@link #UNKNOWN}
 * @param log the path of the log whose boot alone it tells of, where nothing better does, or {@code null}
 */
public record ClockPair(
        @Nullable String bootId,
        long uptimeMicros,
        long epochMicros,
        long plusMinusMicros,
        @Nullable ZoneOffset offset,
        long upMicros,
        @Nullable String log) {
    /** Not known. */
    public static final long UNKNOWN = -1;

    /** A pair of the boot that ran as it was asked. */
    public ClockPair(
            @Nullable String bootId,
            long uptimeMicros,
            long epochMicros,
            long plusMinusMicros,
            @Nullable ZoneOffset offset,
            long upMicros) {
        this(bootId, uptimeMicros, epochMicros, plusMinusMicros, offset, upMicros, null);
    }

    /** Whether it is a point in time, not only a reading of some clock on some wall. */
    boolean absolute() {
        return offset != null;
    }
}
