package org.sockmortem.record;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.MonthNames;

/** {@code Dec 7 03:23}: the minute that {@code dmesg --reltime} prints whenever another begins, without year and seconds. */
final class MinuteMark {
    /** A leap year, so that 29 February is a day; the stamp does not carry it. */
    private static final int SOME_YEAR = 2024;

    private static final String TIME = " {1,2}([0-9]{1,2})[:.]([0-9]{2})";
    private static final String NAME = "(\\p{L}[\\p{L}\\p{M}]{0,9}\\.?)";
    // the msgid "%b%e %H:%M" and what the translations in util-linux's po/ make of it
    private static final Pattern MONTH_FIRST = Pattern.compile(NAME + " {0,2}([0-9]{1,2})" + TIME);
    private static final Pattern DAY_FIRST = Pattern.compile(" ?([0-9]{1,2})\\.? ?" + NAME + TIME);
    private static final Pattern NUMBERED =
            Pattern.compile(" ?([0-9]{1,2})[\u6708\uC6D4] {0,2}([0-9]{1,2})[\u65E5\uC77C]?" + TIME);

    private MinuteMark() {}

    /** Whether a stamp is of this form, in whatever language. */
    static boolean matches(String stamp) {
        return MONTH_FIRST.matcher(stamp).matches()
                || DAY_FIRST.matcher(stamp).matches()
                || NUMBERED.matcher(stamp).matches();
    }

    /** The beginning of the minute in a year of no meaning; {@code null} if the month's name is not known. */
    static @Nullable LocalDateTime read(String stamp) {
        Matcher numbered = NUMBERED.matcher(stamp);
        if (numbered.matches()) {
            return minute(Integer.parseInt(Times.group(numbered, 1)), Times.group(numbered, 2), numbered);
        }
        Matcher month = MONTH_FIRST.matcher(stamp);
        if (month.matches()) {
            return minute(MonthNames.of(Times.group(month, 1)), Times.group(month, 2), month);
        }
        Matcher day = DAY_FIRST.matcher(stamp);
        return day.matches() ? minute(MonthNames.of(Times.group(day, 2)), Times.group(day, 1), day) : null;
    }

    private static @Nullable LocalDateTime minute(int month, String day, Matcher m) {
        try {
            return LocalDateTime.of(
                    SOME_YEAR,
                    month,
                    Integer.parseInt(day),
                    Integer.parseInt(Times.group(m, 3)),
                    Integer.parseInt(Times.group(m, 4)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
