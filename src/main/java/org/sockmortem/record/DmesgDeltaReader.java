package org.sockmortem.record;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;

/**
 * {@code dmesg -d -t} and {@code --time-format=delta} (util-linux, dmesg.c print_record()): nothing but the seconds since the line
 * before. Their sum is given as the uptime; it counts from the first line, not from the boot.
 */
final class DmesgDeltaReader extends RelativeLines {
    // "%12.06f": the decimal point is the language's
    private static final Pattern DELTA = Pattern.compile("< {0,12}(-?[0-9]{1,10}[.,][0-9]{6})>");
    private static final long LONGEST = Long.MAX_VALUE / 4;

    private long sum;

    /** Whether most of these lines are of the form. */
    static boolean fits(List<String> head) {
        int deltas = 0;
        int others = 0;
        for (String line : head) {
            if (delta(DmesgLine.of(line)) != Stamp.NO_UPTIME) {
                deltas++;
            } else if (!DmesgLine.isContinuation(line)) {
                others++;
            }
        }
        return deltas > others;
    }

    private static long delta(DmesgLine line) {
        String stamp = line.stamp();
        Matcher m = DELTA.matcher(stamp == null ? "" : stamp);
        return m.matches() ? Times.micros(m.group(1)) : Stamp.NO_UPTIME;
    }

    @Override
    boolean advance(DmesgLine line) {
        long delta = delta(line);
        if (delta == Stamp.NO_UPTIME) {
            return false;
        }
        sum = Math.min(LONGEST, sum + delta);
        return true;
    }

    @Override
    Parsed.Header header(@Nullable String caller) {
        return new Parsed.Header(LogFormat.DMESG_DELTA, new Stamp(null, sum, caller), null, 0);
    }
}
