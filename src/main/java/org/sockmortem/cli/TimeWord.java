package org.sockmortem.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.postmortem.TimeBound;
import picocli.CommandLine.ITypeConverter;

/** A time on the command line: an ISO instant, a local time, {@code 1 hour ago}, or an uptime such as {@code 63286s}. */
final class TimeWord implements ITypeConverter<TimeBound> {
    private static final Pattern AGO =
            Pattern.compile("(\\d{1,9}) *(s|sec|second|m|min|minute|h|hour|d|day|week)s? +ago");
    private static final Pattern COMPOSED_AGO = Pattern.compile("((?:\\d+(?:d|h|m|min|s))+) +ago");
    private static final Pattern UPTIME = Pattern.compile("\\d{1,9}(?:[.]\\d{1,6})?s");
    private static final Pattern OFFSET = Pattern.compile("(T.*)(Z|[+-]\\d{2}:\\d{2})");

    @Override
    public TimeBound convert(String word) {
        String text = word.strip();
        Matcher ago = AGO.matcher(text.toLowerCase(Locale.ROOT));
        if (ago.matches()) {
            long seconds = Long.parseLong(ago.group(1)) * secondsOf(ago.group(2));
            // no log reaches back further than a century
            return new TimeBound.Ago(Duration.ofSeconds(Math.min(seconds, Words.CENTURY.toSeconds())));
        }
        Matcher composed = COMPOSED_AGO.matcher(text.toLowerCase(Locale.ROOT));
        if (composed.matches()) {
            return new TimeBound.Ago(Words.duration(composed.group(1)));
        }
        if (UPTIME.matcher(text).matches()) {
            Duration sinceBoot = Words.decimalSeconds(text.substring(0, text.length() - 1));
            return new TimeBound.Uptime(sinceBoot.toNanos() / 1_000);
        }
        try {
            return wall(text);
        } catch (DateTimeException e) {
            throw Words.wrong(word, "time such as 2025-10-28T21:58:48, 2025-10-28T20:58:48Z, '1 hour ago' or 63286s");
        }
    }

    /** As ISO has it, and as {@code date}, {@code journalctl} and {@code dmesg} write it: a blank for the T, a comma, +0100, UTC. */
    private static TimeBound wall(String text) {
        String iso = text.toUpperCase(Locale.ROOT)
                .replaceFirst(" ?UTC$", "Z")
                .replaceFirst("(\\d) +(\\d)", "$1T$2")
                .replaceFirst(" +([+-])", "$1")
                .replaceFirst("([T ].*[+-]\\d{2})(\\d{2})$", "$1:$2")
                .replace(',', '.');
        if (!iso.contains("T")) {
            return new TimeBound.Local(LocalDate.parse(iso).atStartOfDay());
        }
        Matcher offset = OFFSET.matcher(iso);
        return offset.find() && offset.end() == iso.length()
                ? new TimeBound.At(OffsetDateTime.parse(iso))
                : new TimeBound.Local(LocalDateTime.parse(iso));
    }

    private static long secondsOf(String unit) {
        return switch (unit.charAt(0)) {
            case 's' -> 1;
            case 'm' -> 60;
            case 'h' -> 3_600;
            case 'd' -> 86_400;
            default -> 604_800;
        };
    }

    /** Whether one bound is known to lie after another; bounds of different kinds cannot be compared. */
    static boolean isAfter(TimeBound one, TimeBound other) {
        if (one instanceof TimeBound.At a && other instanceof TimeBound.At b) {
            return a.instant().isAfter(b.instant());
        }
        if (one instanceof TimeBound.Local a && other instanceof TimeBound.Local b) {
            return a.wall().isAfter(b.wall());
        }
        if (one instanceof TimeBound.Uptime a && other instanceof TimeBound.Uptime b) {
            return a.micros() > b.micros();
        }
        return one instanceof TimeBound.Ago a
                && other instanceof TimeBound.Ago b
                && a.before().compareTo(b.before()) < 0;
    }
}
