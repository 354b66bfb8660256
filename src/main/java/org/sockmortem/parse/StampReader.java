package org.sockmortem.parse;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Stamps to values, by hand: no formatter, no locale, ASCII digits alone. What cannot be a time of any day (hour 25, 31 April) is no
 * stamp, and its line has none.
 */
final class StampReader {
    private static final int[] LONGEST = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long SECOND = 1_000_000;
    private static final int UPTIME_DIGITS = 12;
    private static final int EPOCH_DIGITS = 10;

    private static final Pattern DATE = Pattern.compile("([12][0-9]{3})-([0-9]{2})-([0-9]{2})");
    private static final Pattern CLOCK = Pattern.compile("([0-9]{2})[:.]([0-9]{2})[:.]([0-9]{2})(?:[.,]([0-9]+))?");
    private static final Pattern YEAR = Pattern.compile("(?<![0-9])([12][0-9]{3})(?![0-9])");
    private static final Pattern DAY = Pattern.compile("(?<![0-9])([0-9]{1,2})(?![0-9月월])");
    private static final Pattern MONTH = Pattern.compile("[0-9]{1,2}[月월]|\\p{L}{3,}");
    private static final String WEEKDAYS = "MonTueWedThuFriSatSun";
    private static final int WEEKDAY_LETTERS = 3;
    private static final Pattern WEEKDAY = Pattern.compile("\\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\\b");
    private static final Pattern OFFSET = Pattern.compile("[Zz]|[+-]([0-9]{2}):?([0-9]{2})|UTC|GMT");
    private static final Pattern WRONG_OFFSET = Pattern.compile("\\s*[+-][0-9]{2}:?[0-9]{2}");
    private static final Pattern RECORD =
            Pattern.compile("(?:^|,)[0-7],[0-9]+,([0-9]+)[,;](?:.*?[,]caller= *([TC][0-9]{1,10}))?");
    private static final Pattern DELTA = Pattern.compile("<.*>");

    private StampReader() {}

    /** {@code 63286.239125} out of its brackets, in microseconds. */
    static long uptime(Token stamp) {
        String text = withoutDelta(stamp.getText());
        String seconds = text.substring(1, text.length() - 1).strip();
        int dot = Math.max(seconds.indexOf('.'), seconds.indexOf(','));
        return dot > UPTIME_DIGITS
                ? Stamp.NO_UPTIME
                : Long.parseLong(seconds.substring(0, dot)) * SECOND + fraction(seconds.substring(dot + 1));
    }

    private static String withoutDelta(String stamp) {
        return stamp.indexOf('<') < 0 ? stamp : DELTA.matcher(stamp).replaceAll("");
    }

    /** {@code 6,812,63286239125,-,caller=T12;}: the third number is microseconds since boot. */
    static Stamp record(Token head) {
        Matcher fields = RECORD.matcher(head.getText());
        if (!fields.find() || fields.group(1).length() > 18) {
            return Stamp.NONE;
        }
        return new Stamp(null, Long.parseLong(fields.group(1)), fields.group(2));
    }

    /** {@code T12} out of {@code [ T12]}. */
    static String caller(Token caller) {
        String text = caller.getText();
        return text.substring(1, text.length() - 1).strip();
    }

    /** A decimal fraction of a second, in microseconds. */
    private static int fraction(String digits) {
        int micros = 0;
        for (int i = 0; i < 6; i++) {
            micros = micros * 10 + (i < digits.length() ? digits.charAt(i) - '0' : 0);
        }
        return micros;
    }

    private static long resolution(int fractionDigits) {
        long step = SECOND;
        for (int i = 0; i < Math.min(6, fractionDigits); i++) {
            step /= 10;
        }
        return step;
    }

    /** {@code 1761752014.239125}, {@code 1761752014239}: since 1970, the first ten digits are seconds. */
    static WallStamp epoch(String stamp) {
        String text = stamp.startsWith("[") ? stamp.substring(1, stamp.length() - 1) : stamp;
        LocalDateTime utc = LocalDateTime.ofInstant(
                Instant.ofEpochSecond(Long.parseLong(text.substring(0, EPOCH_DIGITS))), ZoneOffset.UTC);
        String decimals = text.substring(EPOCH_DIGITS).replace(".", "");
        return new WallStamp(
                utc.getYear(),
                utc.getMonthValue(),
                utc.getDayOfMonth(),
                utc.toLocalTime().toSecondOfDay(),
                fraction(decimals),
                resolution(decimals.length()),
                ZoneOffset.UTC);
    }

    /**
     * A date and a time in whatever order and language: {@code Oct 28 21:58:48}, {@code 2025-10-28T21:58:48,358312+01:00}, {@code Mo, 7.
     * Dez 2026, 03:23:55}.
     */
    static @Nullable WallStamp wall(String text) {
        String plain = withoutDelta(text);
        Matcher clock = CLOCK.matcher(plain);
        Matcher date = DATE.matcher(plain);
        boolean iso = date.find();
        if (!clock.find(iso ? date.end() : 0)) {
            return null;
        }
        String after = plain.substring(clock.end());
        ZoneOffset offset = offset(after);
        if (offset == null && WRONG_OFFSET.matcher(after).lookingAt()) {
            return null;
        }
        if (iso) {
            return wall(number(date, 1), number(date, 2), number(date, 3), clock, offset, null);
        }
        String rest = plain.substring(0, clock.start()) + " " + plain.substring(clock.end());
        Matcher year = YEAR.matcher(rest);
        int inYear = 0;
        if (year.find()) {
            inYear = number(year, 1);
            rest = rest.substring(0, year.start()) + " " + rest.substring(year.end());
        }
        Matcher day = DAY.matcher(rest);
        DayOfWeek weekday = inYear == 0 ? weekday(rest) : null;
        return day.find() ? wall(inYear, month(rest), number(day, 1), clock, offset, weekday) : null;
    }

    private static @Nullable DayOfWeek weekday(String text) {
        Matcher name = WEEKDAY.matcher(text);
        return name.find() ? DayOfWeek.of(WEEKDAYS.indexOf(name.group()) / WEEKDAY_LETTERS + 1) : null;
    }

    /** The month that a text names: of several words the last that is one, since a day's name comes before it and may look alike. */
    private static int month(String text) {
        Matcher word = MONTH.matcher(text);
        int month = 0;
        while (word.find()) {
            int named = MonthNames.of(word.group());
            month = named == 0 ? month : named;
        }
        return month;
    }

    private static @Nullable ZoneOffset offset(String after) {
        Matcher zone = OFFSET.matcher(after.strip());
        if (!zone.lookingAt()) {
            return null;
        }
        if (zone.group(1) == null) {
            return ZoneOffset.UTC;
        }
        int hours = number(zone, 1);
        int minutes = number(zone, 2);
        if (hours > 18 || minutes > 59 || (hours == 18 && minutes > 0)) {
            return null;
        }
        int sign = zone.group().charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private static @Nullable WallStamp wall(
            int year, int month, int day, Matcher clock, @Nullable ZoneOffset offset, @Nullable DayOfWeek weekday) {
        int hour = number(clock, 1);
        int minute = number(clock, 2);
        int second = number(clock, 3);
        boolean isDate = month >= 1 && month <= 12 && day >= 1 && day <= LONGEST[month - 1];
        boolean isTime = hour <= 23 && minute <= 59 && second <= 60;
        boolean isLeapDay = month == 2 && day == 29;
        if (!isDate || !isTime || (isLeapDay && year != 0 && !Year.isLeap(year))) {
            return null;
        }
        String decimals = clock.group(4) == null ? "" : clock.group(4);
        // a leap second is read as the second before it
        int secondOfDay = hour * 3_600 + minute * 60 + Math.min(59, second);
        return new WallStamp(
                year, month, day, secondOfDay, fraction(decimals), resolution(decimals.length()), offset, weekday);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
