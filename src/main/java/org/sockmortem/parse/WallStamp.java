package org.sockmortem.parse;

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
 */
public record WallStamp(
        int year,
        int month,
        int day,
        int secondOfDay,
        int micros,
        long resolutionMicros,
        @Nullable ZoneOffset offset) {}
