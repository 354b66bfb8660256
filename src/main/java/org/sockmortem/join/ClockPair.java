package org.sockmortem.join;

import org.jspecify.annotations.Nullable;

/**
 * What a captured file tells of both clocks, such as {@code btime} of /proc/stat.
 *
 * @param bootId of the boot that it tells of, or {@code null} for the last one
 * @param uptimeMicros microseconds since boot
 * @param epochMicros microseconds since 1970, UTC
 * @param plusMinusMicros how exact that is
 */
public record ClockPair(@Nullable String bootId, long uptimeMicros, long epochMicros, long plusMinusMicros) {}
