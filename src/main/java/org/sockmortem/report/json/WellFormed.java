package org.sockmortem.report.json;

/** Strings as JSON can carry them from one program to the next. */
public final class WellFormed {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /** The text with U+FFFD for each half of a surrogate pair: no encoding of JSON can hold one. */
    public static String text(String text) {
        StringBuilder sound = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1))) {
                i++;
                continue;
            }
            if (sound == null) {
                sound = new StringBuilder(text);
            }
            sound.setCharAt(i, REPLACEMENT);
        }
        return sound == null ? text : sound.toString();
    }
}
