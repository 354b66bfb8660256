package org.sockmortem.report.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Writes as {@code \}{@code u009B} what JSON would allow to stand as it is, but what would steer a terminal on which somebody looks
 * at the file: DEL, the C1 controls, and the marks that turn the direction of text. A reader of JSON gets the same string.
 */
final class TerminalSafe extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DEL = 0x7f;

    private final int[] ascii;

    TerminalSafe() {
        ascii = standardAsciiEscapesForJSON();
        ascii[DEL] = ESCAPE_STANDARD;
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return steers(c) ? new SerializedString("\\u" + hex(c)) : null;
    }

    private static boolean steers(int c) {
        return (c >= 0x80 && c <= 0x9f)
                || c == 0x61c
                || (c >= 0x200b && c <= 0x200f)
                || (c >= 0x2028 && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0xfeff;
    }

    private static String hex(int c) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
