package org.sockmortem.report.page;

/**
 * Makes the text of strangers harmless for a terminal: whatever would move the cursor, change colours, set the window's title or
 * turn the direction of text is shown as an escape that can be read, {@code \x1b} or {@code \}{@code u202e}.
 */
public final class TerminalEscape {
    private TerminalEscape() {}

    /** The text with nothing left in it that steers. */
    public static String escape(String text) {
        if (text.codePoints().noneMatch(TerminalEscape::steers)) {
            return text;
        }
        StringBuilder harmless = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            if (steers(c)) {
                visible(harmless, c);
            } else {
                harmless.appendCodePoint(c);
            }
        });
        return harmless.toString();
    }

    /** Half a surrogate pair comes as a code point of its own. */
    private static boolean steers(int c) {
        return Steering.steers(c) || Character.getType(c) == Character.SURROGATE;
    }

    private static void visible(StringBuilder to, int c) {
        switch (c) {
            case '\t' -> to.append("\\t");
            case '\n' -> to.append("\\n");
            case '\r' -> to.append("\\r");
            default -> to.append(c < 0x100 ? "\\x" : "\\u").append(hex(c, c < 0x100 ? 2 : 4));
        }
    }

    private static String hex(int c, int digits) {
        String hex = Integer.toHexString(c);
        return "0".repeat(digits - hex.length()) + hex;
    }
}
