package org.sockmortem.postmortem;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.Parsed;
import org.sockmortem.scan.CandidateScanner;

/**
 * The first line of a text that begins within a line, as a ring buffer, the end of a file (tail -c) and a console's last 64 KiB do: {@code
 * 9125] TCP: too many orphaned sockets}. What is left before its text is the end of what stands before the text of the lines below, and
 * tells no time. A line whose own text is torn says nothing.
 */
final class TornHead {
    private static final int LINES = 100;
    private static final int LONGEST_HEAD = 120;
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern BLANKS = Pattern.compile("[ \t]+");

    private TornHead() {}

    /** What the first line says, if it is a torn one; {@code null} otherwise. */
    static Parsed.@Nullable Recognised of(byte[] start, LineParser parser) {
        int end = 0;
        while (end < start.length && start[end] != '\n') {
            end++;
        }
        if (!CandidateScanner.isCandidate(start, 0, end) || isWhole(parser.parse(start, 0, end))) {
            return null;
        }
        String[] lines = new String(start, StandardCharsets.UTF_8).split("\r?\n", LINES + 1);
        int below = Math.min(LINES, lines.length);
        for (int i = 1; i < below; i++) {
            if (parser.parse(lines[i]) instanceof Parsed.Recognised whole && isStamped(whole.header())) {
                return torn(lines[0], shape(head(lines[i], whole)), parser);
            }
        }
        return null;
    }

    private static Parsed.@Nullable Recognised torn(String line, String headBelow, LineParser parser) {
        for (int from = 0; from < Math.min(line.length(), LONGEST_HEAD); from++) {
            String rest = line.substring(from);
            if (!isWithinWord(line, from)
                    && parser.parse(rest) instanceof Parsed.Recognised found
                    && found.header().host() == null
                    && found.header().stamp().wall() == null) {
                String left = shape(head(line, found));
                boolean isEnd = headBelow.endsWith(left) && left.length() < headBelow.length();
                return isEnd && line.endsWith(found.text()) ? found : null;
            }
        }
        return null;
    }

    /** A name before the kernel's stamp may be the rest of a tag. */
    private static boolean isWhole(Parsed parsed) {
        return parsed instanceof Parsed.Recognised line
                && (line.header().stamp().wall() != null
                        || (line.header().stamp().hasUptime() && line.header().host() == null));
    }

    private static boolean isStamped(Parsed.Header header) {
        return header.stamp().hasUptime() || header.stamp().wall() != null;
    }

    private static boolean isWithinWord(String line, int at) {
        return at > 0 && Character.isLetterOrDigit(line.charAt(at)) && Character.isLetterOrDigit(line.charAt(at - 1));
    }

    private static String head(String line, Parsed.Recognised said) {
        return line.substring(0, Math.max(0, line.length() - said.text().length()));
    }

    /** Numbers differ from line to line, and so does the room that is left for them. */
    private static String shape(String head) {
        return BLANKS.matcher(DIGITS.matcher(head).replaceAll("0")).replaceAll(" ");
    }
}
