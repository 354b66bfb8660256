package org.sockmortem.parse;

import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Stamps to values, by hand: no formatter, no locale, ASCII digits alone. What cannot be a time of any day (hour 25, 31 April) is no
 * stamp, and its line has none.
 */
final class StampReader {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final int[] LONGEST = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    private static final long SECOND = 1_000_000;
    private static final int UPTIME_DIGITS = 12;

    private StampReader() {}

    /** {@code [63286.239125]} and {@code [ T12]}. */
    static Stamp kernel(@Nullable Token uptime, @Nullable Token caller) {
        String who = caller == null ? null : inside(caller.getText());
        return new Stamp(null, uptime == null ? Stamp.NO_UPTIME : micros(inside(uptime.getText())), who);
    }

    private static String inside(String bracketed) {
        return bracketed.substring(1, bracketed.length() - 1).strip();
    }

    private static long micros(String seconds) {
        int dot = seconds.indexOf('.');
        return dot > UPTIME_DIGITS
                ? Stamp.NO_UPTIME
                : Long.parseLong(seconds.substring(0, dot)) * SECOND + fraction(seconds.substring(dot + 1));
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

    /** {@code Oct 28 21:58:48}, also with a fraction. */
    static @Nullable WallStamp rfc3164(String text) {
        int month = MONTHS.indexOf(text.substring(0, 3)) + 1;
        String[] words = text.substring(3).strip().split("[ \t]+", -1);
        return wall(0, month, Integer.parseInt(words[0]), words[1], null);
    }

    /** {@code 2025-10-28T21:58:48.358312+01:00}. */
    static @Nullable WallStamp rfc3339(String text) {
        String time = text.substring(11);
        int zoneAt = 8;
        while (zoneAt < time.length() && "+-Zz".indexOf(time.charAt(zoneAt)) < 0) {
            zoneAt++;
        }
        ZoneOffset offset = offset(time.substring(zoneAt));
        if (offset == null && zoneAt < time.length()) {
            return null;
        }
        return wall(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10), time.substring(0, zoneAt), offset);
    }

    private static @Nullable ZoneOffset offset(String zone) {
        if (zone.isEmpty()) {
            return null;
        }
        if (zone.equalsIgnoreCase("Z")) {
            return ZoneOffset.UTC;
        }
        int hours = number(zone, 1, 3);
        int minutes = number(zone, zone.length() - 2, zone.length());
        if (hours > 18 || minutes > 59 || (hours == 18 && minutes > 0)) {
            return null;
        }
        int sign = zone.charAt(0) == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    /** A stamp with a time of {@code HH:MM:SS} and perhaps a fraction. */
    private static @Nullable WallStamp wall(int year, int month, int day, String time, @Nullable ZoneOffset offset) {
        int hour = number(time, 0, 2);
        int minute = number(time, 3, 5);
        // a leap second is read as the second before it
        int second = Math.min(59, number(time, 6, 8));
        boolean dateIsOne = month >= 1 && month <= 12 && day >= 1 && day <= LONGEST[month - 1];
        if (!dateIsOne || hour > 23 || minute > 59 || number(time, 6, 8) > 60) {
            return null;
        }
        if (year != 0 && month == 2 && day == 29 && !Year.isLeap(year)) {
            return null;
        }
        String decimals = time.length() > 9 ? time.substring(9) : "";
        int secondOfDay = hour * 3_600 + minute * 60 + second;
        return new WallStamp(year, month, day, secondOfDay, fraction(decimals), resolution(decimals.length()), offset);
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
