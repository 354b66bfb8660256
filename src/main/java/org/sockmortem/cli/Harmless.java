package org.sockmortem.cli;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text for a terminal: the names of files are written by strangers, and may hold what steers it. */
final class Harmless {
    /** Control characters, marks of direction, line separators, and halves of characters. */
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

    private Harmless() {}

    /** The text with the number of every such character in its place, {@code \}{@code u001b}. */
    static String text(@Nullable String text) {
        return STEERING.matcher(String.valueOf(text))
                .replaceAll(c -> "\\\\u" + hex(c.group().codePointAt(0)));
    }

    private static String hex(int character) {
        String hex = Integer.toHexString(character);
        return "0".repeat(Math.max(0, 4 - hex.length())) + hex;
    }
}
