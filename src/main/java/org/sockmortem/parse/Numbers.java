package org.sockmortem.parse;

import org.antlr.v4.runtime.Token;

/** Whole numbers of tokens. */
final class Numbers {
    private static final int LONG_DIGITS = 18;

    private Numbers() {}

    /** The number, or -1 where it is too large to be one that a kernel prints. */
    static long parse(Token digits) {
        String text = digits.getText();
        boolean stamp = text.indexOf('.') >= 0 || text.startsWith("[");
        return stamp || text.length() > LONG_DIGITS ? -1 : Long.parseLong(text);
    }
}
