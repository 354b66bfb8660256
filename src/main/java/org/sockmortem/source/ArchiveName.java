package org.sockmortem.source;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What collecting tools put into the names of their archives, and of the folders in them: {@code
 * sosreport-web01-2025-10-28-abcdefg}, {@code sosreport-web01.12345-20251028215848}, {@code insights-web01-20251028215848}, {@code
 * scc_web01_251028_2158}; and the folder of a host on a central log server.
 *
 * @param host whose it is; of sosreport's newer names it may have the collector's label behind it
 * @param taken when, by the host's clock, or {@code null}
 * @param plusMinusSeconds how exact that is
 */
public record ArchiveName(String host, @Nullable LocalDateTime taken, long plusMinusSeconds) {
    private static final Pattern SECONDS = Pattern.compile(
            "(?:sosreport|insights)-(.+?)(?:[.]\\d+)?-(20\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(\\d\\d)(?:-obfuscated|-[a-z0-9]{4,8})?(?:[.].*)?");
    private static final Pattern MINUTES = Pattern.compile(
            "(?:scc|nts)_(?:SR\\d+_)?(.+?)_(\\d\\d)(\\d\\d)(\\d\\d)_(\\d\\d)(\\d\\d)(?:_.*)?(?:[.].*)?");
    private static final Pattern DAY = Pattern.compile(
            "sosreport-(.+?)(?:-\\d{5,})?-(20\\d\\d)-(\\d\\d)-(\\d\\d)-[a-z]{7}(?:-obfuscated)?(?:[.].*)?");
    private static final Pattern CENTRAL =
            Pattern.compile("(?:.*[/!])?(?:hosts|HOSTS|remote|rsyslog|remote-hosts|clients)/([^/!]+)");

    private static final long HALF_A_DAY = 43_200;
    private static final long MINUTE = 60;

    /** What the path of a host's tree tells, by its innermost part that tells something; {@code null} where none does. */
    public static @Nullable ArchiveName of(String tree) {
        String[] parts = tree.split("/|!", -1);
        for (int i = parts.length - 1; i >= 0; i--) {
            ArchiveName name = part(parts[i]);
            if (name != null) {
                return name;
            }
        }
        Matcher central = CENTRAL.matcher(tree);
        return central.matches() ? new ArchiveName(central.group(1), null, 0) : null;
    }

    private static @Nullable ArchiveName part(String part) {
        if (part.length() > 255) {
            return null;
        }
        try {
            Matcher seconds = SECONDS.matcher(part);
            if (seconds.matches()) {
                return new ArchiveName(
                        seconds.group(1),
                        LocalDateTime.of(
                                number(seconds, 2),
                                number(seconds, 3),
                                number(seconds, 4),
                                number(seconds, 5),
                                number(seconds, 6),
                                number(seconds, 7)),
                        1);
            }
            Matcher minutes = MINUTES.matcher(part);
            if (minutes.matches()) {
                return new ArchiveName(
                        minutes.group(1),
                        LocalDateTime.of(
                                2000 + number(minutes, 2),
                                number(minutes, 3),
                                number(minutes, 4),
                                number(minutes, 5),
                                number(minutes, 6)),
                        MINUTE);
            }
            Matcher day = DAY.matcher(part);
            if (day.matches()) {
                LocalDateTime noon = LocalDateTime.of(number(day, 2), number(day, 3), number(day, 4), 12, 0);
                return new ArchiveName(day.group(1), noon, HALF_A_DAY);
            }
        } catch (DateTimeException e) {
            // digits that are no date
            return null;
        }
        return null;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
