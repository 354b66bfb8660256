package org.sockmortem.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.MonthNames;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * rsyslog's RSYSLOG_DebugFormat (runtime/rsconf.c): a block of properties for each message, which says the message three times. Only
 * {@code msg} is taken, so that one record stays one.
 */
final class RsyslogDebugReader extends ByLines {
    private static final String START = "Debug line with all properties:";
    private static final int SOME_LEAP_YEAR = 2024;
    private static final int FIRST_OF_USERS = 8;
    private static final Pattern ORIGIN = Pattern.compile(
            "FROMHOST: '[^']{0,255}', fromhost-ip: '[^']{0,64}', HOSTNAME: '([^']{0,255})', PRI: ([0-9]{1,3}),.{0,20}");
    private static final Pattern TAG = Pattern.compile("syslogtag '([^']{0,255})'.{0,2000}");
    private static final Pattern TIME = Pattern.compile("TIMESTAMP: '([^']{0,64})'.{0,65536}");
    private static final Pattern RFC3164 =
            Pattern.compile("([A-Z][a-z]{2}) {1,2}([0-9]{1,2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})");

    private @Nullable String host;
    private int priority = -1;
    private boolean kernelTag;
    private @Nullable WallStamp wall;

    /** Whether these are the first lines of such a block. */
    static boolean fits(List<String> head) {
        return head.size() > 1
                && head.get(0).equals(START)
                && ORIGIN.matcher(head.get(1)).matches();
    }

    @Override
    void line(String line, long number, Tally tally) {
        if (line.equals(START)) {
            host = null;
            priority = -1;
            kernelTag = false;
            wall = null;
        } else if (line.startsWith("FROMHOST: ")) {
            Matcher origin = ORIGIN.matcher(line);
            if (origin.matches()) {
                host = origin.group(1);
                priority = Integer.parseInt(Times.group(origin, 2));
            }
        } else if (line.startsWith("syslogtag ")) {
            Matcher tag = TAG.matcher(line);
            kernelTag = tag.matches() && Times.group(tag, 1).startsWith("kernel");
        } else if (line.startsWith("TIMESTAMP: ")) {
            Matcher time = TIME.matcher(line);
            wall = time.matches() ? wall(Times.group(time, 1)) : null;
        } else if (line.startsWith("msg: '")) {
            message(line.substring(6), number, tally);
        }
    }

    private void message(String quoted, long number, Tally tally) {
        Stamp stamp = new Stamp(wall, Stamp.NO_UPTIME, null);
        Parsed.Header header = new Parsed.Header(
                wall == null || wall.year() == 0 ? LogFormat.RFC3164 : LogFormat.RFC3339, stamp, host, 0);
        tally.seen(header);
        if (kernelTag || (priority >= 0 && priority < FIRST_OF_USERS)) {
            String text = quoted.endsWith("'") ? quoted.substring(0, quoted.length() - 1) : quoted;
            tally.record(header, text.strip(), number);
        }
        // whatever of this block follows says the same again
        kernelTag = false;
        priority = -1;
    }

    private static @Nullable WallStamp wall(String time) {
        Matcher m = RFC3164.matcher(time);
        if (!m.matches()) {
            return Times.moment(time);
        }
        try {
            int month = MonthNames.of(Times.group(m, 1));
            LocalDateTime at = LocalDate.of(SOME_LEAP_YEAR, month, Integer.parseInt(Times.group(m, 2)))
                    .atTime(
                            Integer.parseInt(Times.group(m, 3)),
                            Integer.parseInt(Times.group(m, 4)),
                            Math.min(59, Integer.parseInt(Times.group(m, 5))));
            return Times.wall(at, 0, Times.SECOND, null);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
