package org.sockmortem.record;

import java.util.regex.Pattern;

/** Colours, which journalctl and dmesg set on a terminal and {@code script} keeps. */
final class Ansi {
    private static final Pattern SEQUENCE = Pattern.compile("\u001b\\[[0-9;?]{0,40}[A-Za-z]");

    private Ansi() {}

    /** The text without them. */
    static String strip(String text) {
        return text.indexOf('\u001b') < 0 ? text : SEQUENCE.matcher(text).replaceAll("");
    }
}
