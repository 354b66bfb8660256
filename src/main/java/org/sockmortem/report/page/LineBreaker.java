package org.sockmortem.report.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text at blanks into lines of a width. A word longer than a line stays whole, for a path is there to be copied; blanks within
 * a line stay as many as they are, for they are the log's.
 */
final class LineBreaker {
    private LineBreaker() {}

    /** The lines, none of them with a blank at its end; at least one. */
    static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        while (columns(text, from, text.length()) > width) {
            int at = breakBefore(text, from, width);
            if (at < 0) {
                break;
            }
            lines.add(finished(text.substring(from, at)));
            from = skipBlanks(text, at);
        }
        String rest = finished(text.substring(from));
        if (!rest.isEmpty() || lines.isEmpty()) {
            lines.add(rest);
        }
        return lines;
    }

    /** As {@link #lines(String, int)}, but the rest beyond {@code most} lines is cut, and says so by an ellipsis. */
    static List<String> lines(String text, int width, int most) {
        List<String> lines = lines(text, width);
        if (lines.size() <= most) {
            return lines;
        }
        List<String> kept = new ArrayList<>(lines.subList(0, most));
        String last = lines(kept.get(most - 1), Math.max(1, width - 2)).get(0);
        kept.set(most - 1, last + " …");
        return kept;
    }

    /** How many columns the text takes: one a code point, for wide scripts are rare in what kernels print. */
    static int columns(String text) {
        return columns(text, 0, text.length());
    }

    private static int columns(String text, int from, int end) {
        return text.codePointCount(from, end);
    }

    /** The last blank that leaves a line no longer than the width, else the first blank after; -1 where there is none. */
    private static int breakBefore(String text, int from, int width) {
        int limit = text.offsetByCodePoints(from, width);
        int at = text.lastIndexOf(' ', limit);
        while (at > from && text.charAt(at - 1) == ' ') {
            at--;
        }
        return at > from ? at : text.indexOf(' ', Math.max(limit, skipBlanks(text, from)));
    }

    private static int skipBlanks(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static String finished(String line) {
        return line.replace(Phrase.TIE, ' ').stripTrailing();
    }
}
