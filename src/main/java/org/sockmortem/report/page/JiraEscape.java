package org.sockmortem.report.page;

import java.util.regex.Pattern;

/**
 * Makes text harmless for Jira's wiki markup: no markup, no link to a ticket, a person or a page, no image and no smiley comes from the
 * text itself. The renderer undoes a backslash before a character that has a meaning, and leaves numeric character entities alone;
 * which it is decides whether the source can still be read.
 */
final class JiraEscape {
    /** Special wherever they stand. */
    private static final String SPECIAL = "{}[]|!*^~?%@";

    /** Special unless a word goes on at both sides of them: {@code tcp_max_orphans} stays as it is. */
    private static final String AT_WORD_EDGES = "_+-";

    /** Smileys in brackets, such as {@code (x)} and {@code (on)}. */
    private static final Pattern BRACKETED = Pattern.compile("\\((?:[yni/x!+?*-]|on|off|\\*[rgby]|flag|flagoff)\\)");

    private static final Pattern BLOCK_START = Pattern.compile("(?:h[1-6]|bq)\\.");
    private static final String SMILING = ")(PD";
    private static final String NO_FORMAT = "{noformat";

    private JiraEscape() {}

    /** Our words, or words of a log. */
    static String text(String raw) {
        String text = TerminalEscape.escape(raw);
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || (AT_WORD_EDGES.indexOf(c) >= 0 && !isHarmless(text, i))) {
                escaped.append('\\').append(c);
            } else if (c == '('
                    && BRACKETED.matcher(text).region(i, text.length()).lookingAt()) {
                escaped.append("\\(");
            } else if (c == '&' || isEscape(text, i) || isLinkOrSmiley(text, i)) {
                escaped.append("&#").append((int) c).append(';');
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** The beginning of a block: what is already escaped, and no heading, quotation or list either. */
    static String atStart(String escaped) {
        String text = escaped.stripLeading();
        if (text.startsWith("#")) {
            return "&#35;" + text.substring(1);
        }
        if (BLOCK_START.matcher(text).lookingAt()) {
            int dot = text.indexOf('.');
            return text.substring(0, dot) + "&#46;" + text.substring(dot + 1);
        }
        return text;
    }

    /** A machine's words in fixed width; markup works within them, so that they are escaped like others. */
    static String code(String raw) {
        String text = text(raw);
        return text.isEmpty() ? "" : "{{" + text + "}}";
    }

    /** A line that stands between two {@code noformat}: nothing is markup there but the word that ends it. */
    static String unformatted(String raw) {
        return TerminalEscape.escape(raw).replace(NO_FORMAT, "\\x7bnoformat");
    }

    /** Whether a word goes on at both sides, and what stands there is no key of a ticket, such as ABC-123. */
    private static boolean isHarmless(String text, int i) {
        boolean within = i > 0 && i + 1 < text.length() && isWord(text.charAt(i - 1)) && isWord(text.charAt(i + 1));
        boolean key = text.charAt(i) == '-' && within && isUpper(text.charAt(i - 1)) && isDigit(text.charAt(i + 1));
        return within && !key;
    }

    /** Whether a backslash means something: before another, before what is not a letter or a digit, and at the end of the text. */
    private static boolean isEscape(String text, int i) {
        boolean after = i > 0 && text.charAt(i - 1) == '\\';
        boolean before = i + 1 == text.length() || !isWord(text.charAt(i + 1));
        return text.charAt(i) == '\\' && (after || before);
    }

    private static boolean isLinkOrSmiley(String text, int i) {
        char c = text.charAt(i);
        if (c != ':' && c != ';') {
            return false;
        }
        boolean link = text.startsWith("//", i + 1) || text.regionMatches(true, Math.max(0, i - 6), "mailto", 0, 6);
        return link || (i + 1 < text.length() && SMILING.indexOf(text.charAt(i + 1)) >= 0);
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean isUpper(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
