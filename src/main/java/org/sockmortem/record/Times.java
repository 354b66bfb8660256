package org.sockmortem.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.MonthNames;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/** Numbers and words of the structured forms to stamps. No formatter, no locale; what can be no time is {@code null}. */
final class Times {
    static final long SECOND = 1_000_000;
    private static final int LONGEST_NUMBER = 40;
    private static final int NANO_DIGITS = 9;
    /** Below this many seconds since 1970 (1973) a number is an uptime or a count, not a moment. */
    private static final double EARLIEST = 1e8;

    /** {@code 20251028215848}: rsyslog's date-mysql. */
    private static final Pattern DATABASE =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})([0-9]{2})");

    private static final int DATABASE_DIGITS = 14;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}");
    private static final Pattern DECIMAL = Pattern.compile("([0-9]{1,19})(?:\\.([0-9]{1,18}))?");
    private static final Pattern SECONDS = Pattern.compile("([+-]?)([0-9]{1,12})[.,]([0-9]{1,9})");
    private static final Pattern ISO =
            Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt ]([0-9]{2}):([0-9]{2}):([0-9]{2})"
                    + "(?:[.,]([0-9]{1,9}))? ?([Zz]|UTC|[+-][0-9]{2}(?::?[0-9]{2})?)?");

    /** {@code Oct 28, 2025 @ 21:58:48.358}: Kibana's tables. */
    private static final Pattern KIBANA = Pattern.compile(
            "([A-Z][a-z]{2}) ([0-9]{1,2}), ([0-9]{4}) @ ([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,9}))?");

    private Times() {}

    /** A count as the journal writes it, or -1. */
    static long count(@Nullable String digits) {
        if (digits == null || !NUMBER.matcher(digits).matches()) {
            return -1;
        }
        try {
            return Math.max(-1, Long.parseLong(digits));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** {@code 63286.239125}, also signed or with another language's comma, in microseconds; else {@link Stamp#NO_UPTIME}. */
    static long micros(@Nullable String seconds) {
        Matcher m = SECONDS.matcher(seconds == null ? "" : seconds);
        if (!m.matches()) {
            return Stamp.NO_UPTIME;
        }
        long micros = Long.parseLong(group(m, 2)) * SECOND + fraction(group(m, 3));
        return group(m, 1).equals("-") ? -micros : micros;
    }

    /** A group that takes part in every match, or the empty text. */
    static String group(Matcher m, int group) {
        String text = m.group(group);
        return text == null ? "" : text;
    }

    /** The moment so many microseconds after 1970 began, in UTC. */
    static @Nullable WallStamp epoch(long micros, long resolutionMicros) {
        if (micros < 0) {
            return null;
        }
        long seconds = micros / SECOND;
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, (int) (micros % SECOND) * 1000, ZoneOffset.UTC);
        return time.getYear() > 9999 ? null : wall(time, time.getYear(), resolutionMicros, ZoneOffset.UTC);
    }

    /** A local time as a stamp, with the year given or 0 for none. */
    static WallStamp wall(LocalDateTime time, int year, long resolutionMicros, @Nullable ZoneOffset offset) {
        return new WallStamp(
                year,
                time.getMonthValue(),
                time.getDayOfMonth(),
                time.toLocalTime().toSecondOfDay(),
                time.get(ChronoField.MICRO_OF_SECOND),
                resolutionMicros,
                offset);
    }

    /** A moment as log shippers write it: RFC 3339, or a number since 1970 whose unit its size tells. */
    static @Nullable WallStamp moment(@Nullable String text) {
        if (text == null || text.length() > LONGEST_NUMBER) {
            return null;
        }
        Matcher decimal = DECIMAL.matcher(text);
        if (decimal.matches()) {
            return number(text, decimal);
        }
        Matcher iso = ISO.matcher(text);
        Matcher kibana = KIBANA.matcher(text);
        if (kibana.matches()) {
            String rest = text.substring(text.indexOf('@') + 2);
            int month = MonthNames.of(group(kibana, 1));
            String day = String.format(Locale.ROOT, "%s-%02d-%02d ", group(kibana, 3), month, integer(kibana, 2));
            return moment(day + rest);
        }
        return iso.matches() ? iso(iso) : null;
    }

    private static @Nullable WallStamp number(String text, Matcher m) {
        double size = Double.parseDouble(text);
        long whole = count(group(m, 1));
        String decimals = group(m, 2);
        if (text.length() == DATABASE_DIGITS) {
            return moment(DATABASE.matcher(text).replaceFirst("$1-$2-$3 $4:$5:$6"));
        }
        if (size < EARLIEST) {
            return null;
        }
        if (size < 1e11) {
            return epoch(whole * SECOND + fraction(decimals), resolution(decimals.length()));
        }
        if (size < 1e14) {
            return epoch(whole * 1000, 1000);
        }
        return size < 1e17 ? epoch(whole, 1) : epoch(whole / 1000, 1);
    }

    private static @Nullable WallStamp iso(Matcher m) {
        try {
            LocalDateTime time = LocalDate.of(integer(m, 1), integer(m, 2), integer(m, 3))
                    // a leap second is read as the second before it, as in the line grammar
                    .atTime(integer(m, 4), integer(m, 5), Math.min(59, integer(m, 6)), fraction(group(m, 7)) * 1000);
            return time.getYear() < 1
                    ? null
                    : wall(time, time.getYear(), resolution(group(m, 7).length()), offset(group(m, 8)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int integer(Matcher m, int group) {
        return Integer.parseInt(group(m, group));
    }

    private static @Nullable ZoneOffset offset(String zone) {
        if (zone.isEmpty()) {
            return null;
        }
        return zone.startsWith("+") || zone.startsWith("-") ? ZoneOffset.of(zone) : ZoneOffset.UTC;
    }

    /** A decimal fraction of a second, in microseconds. */
    private static int fraction(String digits) {
        String nanos = (digits + "000000000").substring(0, NANO_DIGITS);
        return Integer.parseInt(nanos) / 1000;
    }

    private static long resolution(int digits) {
        long step = SECOND;
        for (int i = 0; i < Math.min(6, digits); i++) {
            step /= 10;
        }
        return step;
    }
}
