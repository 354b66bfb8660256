package org.sockmortem.postmortem;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.join.ClockPair;
import org.sockmortem.parse.Stamp;

/**
 * When a kernel crashed, by the name of the folder that its dump was saved to: {@code 127.0.0.1-2025-11-02-03:00:12} of Red Hat's kdump
 * ({@code date +%Y-%m-%d-%T} in dracut-kdump.sh), {@code 2025-11-02-03:00} of SUSE's. The kernel that saves it has been booted by then,
 * which takes seconds to two minutes. Its clock's zone is not told.
 */
final class CrashTime {
    private static final Pattern FOLDER = Pattern.compile(
            "(?:.*[/-])?(20\\d\\d)-(\\d\\d)-(\\d\\d)-(\\d\\d)(?::|_|%3A)(\\d\\d)(?:(?::|_|%3A)(\\d\\d))?/[^/]*dmesg[^/]*");
    private static final long SECOND = 1_000_000;
    private static final long LATE = 60 * SECOND;

    private CrashTime() {}

    /** The pair of clocks at the end of a crash's log, or {@code null} where that has no stamp of its kernel or lies elsewhere. */
    static @Nullable ClockPair of(String path, Stamp last) {
        Matcher folder = FOLDER.matcher(path);
        if (!last.hasUptime() || !folder.matches()) {
            return null;
        }
        try {
            String seconds = folder.group(6);
            LocalDateTime saved = LocalDateTime.of(
                    number(folder, 1),
                    number(folder, 2),
                    number(folder, 3),
                    number(folder, 4),
                    number(folder, 5),
                    seconds == null ? 0 : Integer.parseInt(seconds));
            long late = seconds == null ? LATE / 2 : LATE;
            return new ClockPair(
                    null,
                    last.uptimeMicros(),
                    saved.toEpochSecond(ZoneOffset.UTC) * SECOND - late,
                    2 * LATE,
                    null,
                    ClockPair.UNKNOWN,
                    path);
        } catch (DateTimeException e) {
            // digits that are no date
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
