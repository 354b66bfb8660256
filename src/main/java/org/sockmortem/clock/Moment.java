package org.sockmortem.clock;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as exactly as the log tells and no more.
 *
 * @param wallMicros the wall clock's reading as microseconds since 1970 by that clock, whatever its zone, or {@link #NO_WALL} where the
 *     log has none; a number and not an object, since moments are kept by the thousand. Its year is a stand-in unless {@code yearKnown}
 * @param yearKnown whether the year of {@code wallMicros} rests on evidence
 * @param offset the offset from UTC, or {@code null} where the zone is unknown
 * @param uptimeMicros microseconds since boot, or {@code null}
 * @param plusMinusMicros the true moment lies within this of the stamp: 1 for printk's six decimals, 1,000,000 for whole seconds; -1
 *     where there is no time at all
 * @param wallPlusMinusMicros how far {@code wallMicros} may be off where that is more than {@code plusMinusMicros}, because it was reckoned from
 *     the kernel's own stamp and a line that tells both clocks
 * @param axisMicros a number line on which the moments of one boot can be compared and subtracted, in microseconds; its zero means
 *     nothing
 */
public record Moment(
        long wallMicros,
        boolean yearKnown,
        @Nullable ZoneOffset offset,
        @Nullable Long uptimeMicros,
        long plusMinusMicros,
        long wallPlusMinusMicros,
        long axisMicros)
        implements Comparable<Moment> {
    /** In place of a wall clock's reading where the log has none. */
    public static final long NO_WALL = Long.MIN_VALUE;

    private static final long SECOND_MICROS = 1_000_000;

    /** A moment with this reading of the wall clock; finer than a microsecond none is kept. */
    public Moment(
            @Nullable LocalDateTime wall,
            boolean yearKnown,
            @Nullable ZoneOffset offset,
            @Nullable Long uptimeMicros,
            long plusMinusMicros,
            long wallPlusMinusMicros,
            long axisMicros) {
        this(
                wall == null ? NO_WALL : micros(wall),
                yearKnown,
                offset,
                uptimeMicros,
                plusMinusMicros,
                wallPlusMinusMicros,
                axisMicros);
    }

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

    private static long micros(LocalDateTime wall) {
        return wall.toEpochSecond(ZoneOffset.UTC) * SECOND_MICROS + wall.get(ChronoField.MICRO_OF_SECOND);
    }

    /** Whether the log gives a reading of the wall clock for it. */
    public boolean hasWall() {
        return wallMicros != NO_WALL;
    }

    /** The wall clock's reading, or {@code null} where the log has none. */
    public @Nullable LocalDateTime wall() {
        return hasWall()
                ? LocalDateTime.ofEpochSecond(
                        Math.floorDiv(wallMicros, SECOND_MICROS),
                        (int) Math.floorMod(wallMicros, SECOND_MICROS) * 1_000,
                        ZoneOffset.UTC)
                : null;
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
                hasWall() ? wallMicros + micros : NO_WALL,
                yearKnown,
                offset,
                uptimeMicros == null ? null : uptimeMicros + micros,
                plusMinusMicros,
                wallPlusMinusMicros,
                axisMicros + micros);
    }

    /** The same moment elsewhere on the axis: on that of another log. */
    public Moment onAxis(long micros) {
        return new Moment(wallMicros, yearKnown, offset, uptimeMicros, plusMinusMicros, wallPlusMinusMicros, micros);
    }

    /** The same moment by the kernel's clock alone. */
    public Moment withoutWall() {
        return new Moment(NO_WALL, false, null, uptimeMicros, plusMinusMicros, plusMinusMicros, axisMicros);
    }

    /** The same moment, its wall clock as far off as that at least. */
    public Moment withWallWithin(long micros) {
        long within = Math.max(wallPlusMinusMicros, micros);
        return new Moment(wallMicros, yearKnown, offset, uptimeMicros, plusMinusMicros, within, axisMicros);
    }

    /** Seconds from the other moment to this one. */
    public double secondsSince(Moment other) {
        return (axisMicros - other.axisMicros) / 1e6;
    }

    /** The point in UTC, where wall time, year and zone are all known. */
    public @Nullable OffsetDateTime utc() {
        LocalDateTime local = wall();
        ZoneOffset zone = offset;
        return local == null || zone == null || !yearKnown
                ? null
                : local.atOffset(zone).withOffsetSameInstant(ZoneOffset.UTC);
    }

    /** With the wall clock as it is read. */
    @Override
    public String toString() {
        return "Moment[wall=" + wall() + ", yearKnown=" + yearKnown + ", offset=" + offset + ", uptimeMicros="
                + uptimeMicros
                + ", plusMinusMicros=" + plusMinusMicros + ", wallPlusMinusMicros=" + wallPlusMinusMicros
                + ", axisMicros=" + axisMicros + "]";
    }
}
