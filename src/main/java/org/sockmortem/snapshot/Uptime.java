package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long a host had been up when it was asked.
 *
 * @param seconds since boot, with the fraction cut off
 * @param plusSeconds it may have been up to so much longer: a minute by uptime(1), a second by {@code /proc/uptime}
 */
public record Uptime(long seconds, long plusSeconds) {
    private static final Pattern COMMAND = Pattern.compile(
            ".*?\\bup\\s+(?:(\\d{1,5}) days?(?:\\(s\\))?,\\s*)?(?:(\\d{1,2}):(\\d\\d)|(\\d{1,2}) min)(?:,.*)?");
    private static final Pattern WHOLE_DAYS =
            Pattern.compile(".*?\\bup\\s+(\\d{1,5}) days?(?:\\(s\\))?,\\s+\\d+ users?.*");
    private static final Pattern PROC = Pattern.compile("(\\d{1,12})[.]\\d\\d \\d+[.]\\d\\d");
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;

    /** What a line of uptime(1), w(1) or {@code /proc/uptime} tells; {@code null} where it is no such line. */
    static @Nullable Uptime of(String line) {
        Matcher proc = PROC.matcher(line.strip());
        if (proc.matches()) {
            return new Uptime(Long.parseLong(proc.group(1)), 1);
        }
        Matcher command = COMMAND.matcher(line);
        if (command.matches()) {
            return new Uptime(
                    number(command.group(1)) * DAY
                            + number(command.group(2)) * HOUR
                            + (number(command.group(3)) + number(command.group(4))) * MINUTE,
                    MINUTE);
        }
        Matcher days = WHOLE_DAYS.matcher(line);
        return days.matches() ? new Uptime(number(days.group(1)) * DAY, MINUTE) : null;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
