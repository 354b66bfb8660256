package org.sockmortem.parse;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A wall clock's reading as it stands in a line, nothing added: no year where the line has none, no zone where it has none.
 *
 * @param year 1 to 9999, or 0 where the line has none
 * @param month 1 to 12
 * @param day 1 to 31; the parser has checked that the month has such a day in some year
 * @param secondOfDay 0 to 86,399 (a leap second is read as the second before it)
 * @param micros microseconds within the second
 * @param resolutionMicros the smallest step that the form can show: 1,000,000 for whole seconds, 1 for six decimals
 * @param offset the offset from UTC where the line has one
 * @param weekday where the line has one and no year, or {@code null}
 */
public record WallStamp(
        int year,
        int month,
        int day,
        int secondOfDay,
        int micros,
        long resolutionMicros,
        @Nullable ZoneOffset offset,
        @Nullable DayOfWeek weekday) {
    /** A reading without a day of the week, or with a year, which tells it. */
    public WallStamp(
            int year,
            int month,
            int day,
            int secondOfDay,
            int micros,
            long resolutionMicros,
            @Nullable ZoneOffset offset) {
        this(year, month, day, secondOfDay, micros, resolutionMicros, offset, null);
    }

    private static final long DAY = 86_400;
    private static final long LONGEST_STORAGE = 180 * DAY;
    private static final long QUARTER = 900;
    /** How late a store may read a line so that the difference of the clocks is a zone and no delay. */
    private static final long PROMPT = 3;

    private static final long EAST = 14 * 3_600;
    private static final long WEST = -12 * 3_600;

    /**
     * The same reading with its year and offset, as far as the moment at which the line was stored tells them.
     *
     * @param stored a moment with a year, not before this one but for the zone
     */
    WallStamp completedBy(WallStamp stored) {
        if (stored.year == 0 || (year != 0 && offset != null)) {
            return this;
        }
        long at = stored.inYear(stored.year) - (stored.offset == null ? 0 : stored.offset.getTotalSeconds());
        int known = year;
        for (int candidate = stored.year + 1; known == 0 && candidate >= stored.year - 1; candidate--) {
            boolean isDay = month != 2 || day != 29 || Year.isLeap(candidate);
            long before = isDay ? at - inYear(candidate) : Long.MAX_VALUE;
            known = before > -DAY && before < LONGEST_STORAGE ? candidate : 0;
        }
        if (known == 0) {
            return this;
        }
        long east = inYear(known) - at;
        long zone = Math.round((double) east / QUARTER) * QUARTER;
        boolean told = stored.offset != null && Math.abs(east - zone) <= PROMPT && zone >= WEST && zone <= EAST;
        ZoneOffset completed = offset == null && told ? ZoneOffset.ofTotalSeconds((int) zone) : offset;
        return new WallStamp(known, month, day, secondOfDay, micros, resolutionMicros, completed);
    }

    private long inYear(int someYear) {
        return LocalDate.of(someYear, month, day).toEpochDay() * DAY + secondOfDay;
    }
}
