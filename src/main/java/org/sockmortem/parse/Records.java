package org.sockmortem.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts a physical line where several records of a log stand on it: behind a page's tags, the signs that other systems end lines with,
 * the {@code \n} of a quoted text, the commas of a list of strings, a console's note of lost lines, or a lost line feed. A line without
 * any of these is one record, which costs a look at its characters and no more.
 */
final class Records {
    /** How a line of a log begins, as far as a few characters tell. */
    private static final String BEGINNING =
            "(?=\\[ *[0-9]+\\.[0-9]|<[0-9]|[A-Z][a-z]{2} [ 0-9][0-9] [0-9]{2}:|[12][0-9]{3}-[0-9]{2}-[0-9]{2}[T ]|kernel: )";

    private static final Pattern BREAKS = Pattern.compile(
            "</?(?i:br|p|li|tr|td|th|div|pre|ul|ol|table|tbody|code|body|html|h[1-6]|text|value|field|result|v)(?: [^<>]{0,200})?/?>"
                    + "|\\x00{2,}|\\x00" + BEGINNING + "|\r+|[\\x0B\\x0C\u0085\u2028\u2029]");

    private static final Pattern QUOTED_FEEDS =
            Pattern.compile("(?<!\\\\)\\\\(?:r\\\\)?n(?:" + BEGINNING + "|(?=['\"]?[,)\\]}]*\\s*$))");
    private static final Pattern LIST = Pattern.compile("\\s*[\\[(]?\\s*b?['\"]");
    private static final Pattern COMMAS = Pattern.compile("(?<=['\"]), ?(?=b?['\"])");
    private static final Pattern ANSIBLE = Pattern.compile("\\s*\"std(?:out|err)\":");

    /** console_prepend_dropped() and its ancestors: 3.19 to 4.12 print the next text on the same line; what is glued before it was cut. */
    private static final Pattern DROPPED =
            Pattern.compile("(?<=^[^\\s\"']{1,80})(?=\\*\\* [0-9]{1,18} printk messages dropped \\*\\*)"
                    + "|(?<=printk messages dropped \\*\\* )|(?<=printk messages dropped \\*\\*)(?=\\S)");

    private static final Pattern GLUED =
            Pattern.compile("(?<=[\\p{L}\\p{N}.)])(?=\\[ *[0-9]{1,7}\\.[0-9]{6}\\](?: |\\[))");

    private Records() {}

    /** The records of a line, in order; blank ones are left out, unless there is nothing else. */
    static List<String> of(String line) {
        List<String> records = List.of(line);
        if (hasBreaks(line)) {
            records = parted(records, BREAKS);
        }
        if (line.contains("\\n") && !ANSIBLE.matcher(line).lookingAt()) {
            records = parted(records, QUOTED_FEEDS);
        }
        if ((line.contains("',") || line.contains("\",")) && LIST.matcher(line).lookingAt()) {
            records = parted(records, COMMAS);
        }
        if (line.contains("printk messages dropped")) {
            records = parted(records, DROPPED);
        }
        if (isGlued(line) && !line.contains("\"std")) {
            records = parted(records, GLUED);
        }
        return records;
    }

    /** Whether a bracket stands in a line where {@link #GLUED} has one. */
    private static boolean isGlued(String line) {
        for (int i = line.indexOf('[', 1); i > 0; i = line.indexOf('[', i + 1)) {
            char before = line.charAt(i - 1);
            // what is beyond ASCII is left to the pattern
            if (before == '.' || before == ')' || before >= 0x80 || Character.isLetterOrDigit(before)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBreaks(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\0' || (c >= '\u000B' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029') {
                return true;
            }
            if (c == '<'
                    && i + 1 < line.length()
                    && (line.charAt(i + 1) == '/' || Character.isLetter(line.charAt(i + 1)))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> parted(List<String> lines, Pattern at) {
        List<String> parts = new ArrayList<>(lines.size() + 1);
        for (String line : lines) {
            Matcher end = at.matcher(line);
            int from = 0;
            while (end.find()) {
                add(parts, line.substring(from, end.start()));
                from = end.end();
            }
            add(parts, line.substring(from));
        }
        return parts.isEmpty() ? lines : parts;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank()) {
            parts.add(part);
        }
    }
}
