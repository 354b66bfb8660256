package org.sockmortem.parse;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Headers in the words of {@code headers.txt}. */
final class HeaderText {
    private HeaderText() {}

    /** Format, wall clock and its step, uptime, caller, host, cited line; {@code -} for what is not there. */
    static String of(Parsed.Header header) {
        Stamp stamp = header.stamp();
        return String.join(
                " ",
                header.format().id(),
                wall(stamp.wall()),
                stamp.hasUptime() ? Long.toString(stamp.uptimeMicros()) : "-",
                orDash(stamp.caller()),
                orDash(header.host()),
                Long.toString(header.citedLine()));
    }

    private static String wall(@Nullable WallStamp wall) {
        if (wall == null) {
            return "-";
        }
        LocalTime time = LocalTime.ofSecondOfDay(wall.secondOfDay()).plusNanos(wall.micros() * 1_000L);
        String year = wall.year() == 0 ? "-" : String.format(Locale.ROOT, "%04d", wall.year());
        String date = String.format(Locale.ROOT, "%s-%02d-%02d", year, wall.month(), wall.day());
        String offset = wall.offset() == null ? "" : wall.offset().getId();
        return date + "T" + seconds(time) + offset + "/" + wall.resolutionMicros();
    }

    private static String seconds(LocalTime time) {
        String whole = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).format(time);
        String fraction = time.toString();
        return fraction.indexOf('.') < 0 ? whole : whole + fraction.substring(fraction.indexOf('.'));
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "-" : text;
    }
}
