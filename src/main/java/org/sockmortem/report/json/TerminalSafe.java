package org.sockmortem.report.json;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockmortem.report.page.Steering;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;

/**
 * Writes as {@code \}{@code u009B} what JSON would allow to stand as it is, but what would steer a terminal on which somebody looks
 * at the file: DEL, the C1 controls, and the marks that turn the direction of text ({@link Steering}). A reader of JSON gets the same
 * string.
 */
final class TerminalSafe extends CharacterEscapes {
    private static final long serialVersionUID = 1L;
    private static final int DEL = 0x7f;

    private final int[] ascii;

    /**
     * Escapes.
     *
     * @param script whether to write {@code <}, {@code >} and {@code &} as escapes too, for JSON that stands within HTML
     */
    TerminalSafe(boolean script) {
        ascii = standardAsciiEscapesForJSON();
        ascii[DEL] = ESCAPE_STANDARD;
        if (script) {
            ascii['<'] = ESCAPE_STANDARD;
            ascii['>'] = ESCAPE_STANDARD;
            ascii['&'] = ESCAPE_STANDARD;
        }
    }

    @Override
    public int[] getEscapeCodesForAscii() {
        return ascii.clone();
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
        return Steering.steers(c) ? new SerializedString("\\u" + hex(c)) : null;
    }

    private static String hex(int c) {
        String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
        return "0".repeat(4 - digits.length()) + digits;
    }
}
