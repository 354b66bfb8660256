package org.sockmortem.report.page;

/**
 * Makes text harmless for GitHub's and GitLab's Markdown: no markup, no HTML, no link, no mention of a person or a ticket comes from
 * the text itself. What steers a terminal is escaped first, for raw Markdown is read in terminals too.
 */
final class MarkdownEscape {
    /** Special anywhere in a line. */
    private static final String SPECIAL = "\\`*[]<>|~$";

    /** Special at the beginning of a block. */
    private static final String LEADING = "#+-=:";

    /** Stands between two characters in the source, and is nothing on the page: mentions and bare links are found after parsing. */
    private static final String NOTHING = "<!-- -->";

    private MarkdownEscape() {}

    /** Our words, or words that a finding took from a log. */
    static String text(String raw) {
        String text = TerminalEscape.escape(raw);
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || (c == '_' && !isWithinWord(text, i))) {
                escaped.append('\\').append(c);
            } else if (c == '&') {
                escaped.append("&amp;");
            } else {
                escaped.append(c);
                if (isReference(text, i)) {
                    escaped.append(NOTHING);
                }
            }
        }
        return escaped.toString();
    }

    /** The beginning of a block: what is already escaped, and no heading, list or rule either. */
    static String atStart(String escaped) {
        String text = escaped.stripLeading();
        if (!text.isEmpty() && LEADING.indexOf(text.charAt(0)) >= 0) {
            return "\\" + text;
        }
        int digits = 0;
        while (digits < text.length() && isDigit(text.charAt(digits))) {
            digits++;
        }
        boolean listed = digits > 0 && digits < text.length() && ".)".indexOf(text.charAt(digits)) >= 0;
        boolean blank = listed && (digits + 1 == text.length() || text.charAt(digits + 1) == ' ');
        return blank ? text.substring(0, digits) + "\\" + text.substring(digits) : text;
    }

    /** A code span, fenced by more backticks than stand in a row inside. */
    static String code(String raw, boolean inTable) {
        String text = TerminalEscape.escape(raw);
        if (text.isEmpty()) {
            return "";
        }
        String fence = "`".repeat(longestRun(text) + 1);
        boolean padded = text.startsWith("`")
                || text.endsWith("`")
                || (text.startsWith(" ") && text.endsWith(" ") && !text.isBlank());
        String inside = inTable ? withoutBars(text) : text;
        return padded ? fence + " " + inside + " " + fence : fence + inside + fence;
    }

    /** A fence longer than any in the lines. */
    static String fence(Iterable<String> lines) {
        int longest = 2;
        for (String line : lines) {
            longest = Math.max(longest, longestRun(line));
        }
        return "`".repeat(longest + 1);
    }

    /** A bar ends a cell even within code, and one after a backslash cannot be escaped. */
    private static String withoutBars(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '|') {
                safe.append(c);
            } else {
                safe.append(i > 0 && text.charAt(i - 1) == '\\' ? "\\x7c" : "\\|");
            }
        }
        return safe.toString();
    }

    private static boolean isWithinWord(String text, int i) {
        return i > 0 && i + 1 < text.length() && isWord(text.charAt(i - 1)) && isWord(text.charAt(i + 1));
    }

    /** Whether what begins here would become a mention ({@code @name}), a ticket ({@code #1}, {@code !1}) or a link. */
    private static boolean isReference(String text, int i) {
        char c = text.charAt(i);
        boolean beforeWord = i + 1 < text.length() && isWord(text.charAt(i + 1));
        return ("@#!%".indexOf(c) >= 0 && beforeWord)
                || (c == ':' && text.startsWith("//", i + 1))
                || (c == 'w' && text.startsWith("www.", i - 2));
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    private static boolean isWord(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
