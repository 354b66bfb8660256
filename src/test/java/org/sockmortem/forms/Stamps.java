package org.sockmortem.forms;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/** Stamps as the tools print them. */
final class Stamps {
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private Stamps() {}

    static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /** By a pattern of digits alone. */
    static String digits(String pattern, ZonedDateTime at) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at);
    }

    static String month(ZonedDateTime at) {
        return MONTHS.get(at.getMonthValue() - 1);
    }

    static String weekday(ZonedDateTime at) {
        return DAYS.get(at.getDayOfWeek().getValue() - 1);
    }

    static String clock(ZonedDateTime at) {
        return digits("HH:mm:ss", at);
    }

    /** {@code [    2.864006]}. */
    static String raw(KernelRecord record) {
        return "[" + bare(record) + "]";
    }

    /** {@code     2.864006}. */
    static String bare(KernelRecord record) {
        return format("%5d.%06d", record.seconds(), record.micros());
    }

    /** {@code Mar  3 10:00:03}. */
    static String rfc3164(ZonedDateTime at) {
        return format("%s %2d %s", month(at), at.getDayOfMonth(), clock(at));
    }

    /** {@code Mar 03 10:00:03}. */
    static String zeroPadded(ZonedDateTime at) {
        return format("%s %02d %s", month(at), at.getDayOfMonth(), clock(at));
    }

    /** {@code Tue Mar  3 10:00:03 2026}. */
    static String ctime(ZonedDateTime at) {
        return weekday(at) + " " + rfc3164(at) + " " + at.getYear();
    }

    /** What dmesg takes for the record's wall clock: the boot's whole seconds and the record's, fractions dropped. */
    static ZonedDateTime dmesgWall(Scene scene, KernelRecord record) {
        return bootSecond(scene).plusSeconds(record.seconds());
    }

    /** The same with the record's fraction, as dmesg up to 2.38 prints ISO stamps. */
    static ZonedDateTime dmesgIsoWall(Scene scene, KernelRecord record) {
        return bootSecond(scene).plus(record.uptimeMicros(), ChronoUnit.MICROS);
    }

    private static ZonedDateTime bootSecond(Scene scene) {
        return scene.wall(0).truncatedTo(ChronoUnit.SECONDS);
    }

    /** Seconds since the record before. */
    static double delta(KernelRecord before, KernelRecord record) {
        return (record.uptimeMicros() - before.uptimeMicros()) / 1e6;
    }
}
