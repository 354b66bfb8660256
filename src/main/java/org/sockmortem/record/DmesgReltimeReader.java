package org.sockmortem.record;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;

/**
 * {@code dmesg -e} and {@code -H} (util-linux, dmesg.c print_record(), DMESG_TIMEFTM_RELTIME): a minute of the wall clock whenever
 * another begins, else the seconds since the line before, so that every line counts for those after it. A stamp is the beginning of
 * the minute and what has been added since, and so at most a minute early; between two marks the distances are exact.
 */
final class DmesgReltimeReader extends RelativeLines {
    // "%+8.06f": the decimal point is the language's
    private static final Pattern RELATIVE = Pattern.compile(" {1,12}[+-][0-9]{1,10}[.,][0-9]{6}");

    /** The sum of what was added since the mark is kept below this: no ring buffer holds more than some years. */
    private static final long LONGEST = 1000L * 86_400 * Times.SECOND;

    private Stamp before = Stamp.NONE;
    private @Nullable LocalDateTime mark;
    private long since;

    /** Whether most of these lines are of the form. */
    static boolean fits(List<String> head) {
        int marks = 0;
        int relative = 0;
        int others = 0;
        for (String line : head) {
            String stamp = DmesgLine.of(line).stamp();
            if (stamp != null && RELATIVE.matcher(stamp).matches()) {
                relative++;
            } else if (stamp != null && MinuteMark.matches(stamp)) {
                marks++;
            } else if (!DmesgLine.isContinuation(line)) {
                others++;
            }
        }
        return marks + relative > others && (marks > 0 || relative > 1);
    }

    @Override
    Parsed.Header header(@Nullable String caller) {
        return new Parsed.Header(LogFormat.DMESG_RELTIME, new Stamp(before.wall(), Stamp.NO_UPTIME, caller), null, 0);
    }

    @Override
    boolean advance(DmesgLine line) {
        String stamp = line.stamp();
        if (stamp == null) {
            return false;
        }
        if (RELATIVE.matcher(stamp).matches()) {
            since = Math.max(-LONGEST, Math.min(LONGEST, since + Times.micros(stamp.strip())));
        } else if (MinuteMark.matches(stamp)) {
            mark = MinuteMark.read(stamp);
            since = 0;
        } else {
            return false;
        }
        LocalDateTime start = mark;
        before = start == null
                ? Stamp.NONE
                : new Stamp(
                        Times.wall(start.plus(since, ChronoUnit.MICROS), 0, 60 * Times.SECOND, null),
                        Stamp.NO_UPTIME,
                        null);
        return true;
    }
}
