package org.sockmortem.postmortem;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * Tells an editor's line numbers from years: {@code 2025 Oct 28 21:58:48} is the 2025th line where the line after it begins with 2026,
 * and a date where that begins with 2025 too.
 */
final class LineNumbers {
    private static final int LINES = 200;
    private static final Pattern NUMBER =
            Pattern.compile("(?:[^ :]{1,200}:[0-9]{1,9}:)?\\s*([0-9]{1,9})[ \\t].*", Pattern.DOTALL);

    private LineNumbers() {}

    /** Whether the lines of a text's beginning are numbered. */
    static boolean areIn(byte[] head) {
        String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\n", LINES + 1);
        long before = -1;
        int risen = 0;
        for (int i = 0; i < Math.min(LINES, lines.length); i++) {
            Matcher number = mayBeNumbered(lines[i]) ? NUMBER.matcher(lines[i]) : null;
            if (number != null && number.matches()) {
                long next = Long.parseLong(number.group(1));
                if (before >= 0 && next <= before) {
                    return false;
                }
                risen += before >= 0 ? 1 : 0;
                before = next;
            }
        }
        return risen > 0;
    }

    /** Whether a line begins with a digit, or a word of it ends at a colon and a digit: others need no pattern. */
    private static boolean mayBeNumbered(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) <= ' ') {
            i++;
        }
        int from = i;
        while (i < line.length() && line.charAt(i) != ' ' && line.charAt(i) != ':') {
            i++;
        }
        int digit = i < line.length() && line.charAt(i) == ':' ? i + 1 : from;
        return isDigit(line, from) || isDigit(line, digit);
    }

    private static boolean isDigit(String line, int at) {
        return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '9';
    }

    /** A header in whose stamp the number of the line stands as a year, with both in their places. */
    static Parsed.Header sorted(Parsed.Header header) {
        WallStamp wall = header.stamp().wall();
        boolean first = header.format() == LogFormat.RFC3164 && (header.citedLine() == 0 || header.citedPath() != null);
        if (!first || wall == null || wall.year() == 0) {
            return header;
        }
        WallStamp yearless = new WallStamp(
                0, wall.month(), wall.day(), wall.secondOfDay(), wall.micros(), wall.resolutionMicros(), wall.offset());
        Stamp stamp = new Stamp(
                yearless, header.stamp().uptimeMicros(), header.stamp().caller());
        long number = header.citedLine() == 0 ? wall.year() : header.citedLine();
        return new Parsed.Header(header.format(), stamp, header.host(), number, header.citedPath());
    }
}
