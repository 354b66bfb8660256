package org.sockmortem.clock;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as exactly as the log tells and no more.
 *
 * @param wall the wall clock's reading, or {@code null} where the log has none; its year is a stand-in unless {@code yearKnown}
 * @param yearKnown whether the year of {@code wall} rests on evidence
 * @param offset the offset from UTC, or {@code null} where the zone is unknown
 * @param uptimeMicros microseconds since boot, or {@code null}
 * @param plusMinusMicros the true moment lies within this of the stamp: 1 for printk's six decimals, 1,000,000 for whole seconds; -1
 *     where there is no time at all
 * @param wallPlusMinusMicros how far {@code wall} may be off where that is more than {@code plusMinusMicros}, because it was reckoned from
 *     the kernel's own stamp and a line that tells both clocks
 * @param axisMicros a number line on which the moments of one boot can be compared and subtracted, in microseconds; its zero means
 *     nothing
 */
public record Moment(
        @Nullable LocalDateTime wall,
        boolean yearKnown,
        @Nullable ZoneOffset offset,
        @Nullable Long uptimeMicros,
        long plusMinusMicros,
        long wallPlusMinusMicros,
        long axisMicros)
        implements Comparable<Moment> {

    /** A moment whose clocks are equally exact. */
    public Moment(
            @Nullable LocalDateTime wall,
            boolean yearKnown,
            @Nullable ZoneOffset offset,
            @Nullable Long uptimeMicros,
            long plusMinusMicros,
            long axisMicros) {
        this(wall, yearKnown, offset, uptimeMicros, plusMinusMicros, plusMinusMicros, axisMicros);
    }

    /** Whether the log gives any time for it. */
    public boolean isTimed() {
        return plusMinusMicros >= 0;
    }

    /** Orders by the axis; meaningful within one boot. */
    @Override
    public int compareTo(Moment other) {
        return Long.compare(axisMicros, other.axisMicros);
    }

    /** The moment {@code micros} later (earlier if negative), with the same uncertainty. */
    public Moment plusMicros(long micros) {
        return new Moment(
                wall == null ? null : wall.plusNanos(micros * 1000),
                yearKnown,
                offset,
                uptimeMicros == null ? null : uptimeMicros + micros,
                plusMinusMicros,
                wallPlusMinusMicros,
                axisMicros + micros);
    }

    /** The same moment elsewhere on the axis: on that of another log. */
    public Moment onAxis(long micros) {
        return new Moment(wall, yearKnown, offset, uptimeMicros, plusMinusMicros, wallPlusMinusMicros, micros);
    }

    /** The same moment by the kernel's clock alone. */
    public Moment withoutWall() {
        return new Moment(null, false, null, uptimeMicros, plusMinusMicros, axisMicros);
    }

    /** The same moment, its wall clock as far off as that at least. */
    public Moment withWallWithin(long micros) {
        long within = Math.max(wallPlusMinusMicros, micros);
        return new Moment(wall, yearKnown, offset, uptimeMicros, plusMinusMicros, within, axisMicros);
    }

    /** Seconds from the other moment to this one. */
    public double secondsSince(Moment other) {
        return (axisMicros - other.axisMicros) / 1e6;
    }

    /** The point in UTC, where wall time, year and zone are all known. */
    public @Nullable OffsetDateTime utc() {
        LocalDateTime local = wall;
        ZoneOffset zone = offset;
        return local == null || zone == null || !yearKnown
                ? null
                : local.atOffset(zone).withOffsetSameInstant(ZoneOffset.UTC);
    }
}
