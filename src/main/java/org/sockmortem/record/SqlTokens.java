package org.sockmortem.record;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * SQL cut into words, strings and signs, a byte at a time: strings in single quotes, names in double quotes or backticks, a quote in them
 * doubled or behind a backslash; comments are passed over. Mutable.
 */
final class SqlTokens {
    /** Of a string only the beginning is kept. */
    private static final int LONGEST = 1 << 16;

    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private State state = State.BETWEEN;
    private byte quote;
    private @Nullable String word;
    private boolean quoted;
    private char sign;

    private enum State {
        BETWEEN,
        WORD,
        STRING,
        ESCAPED,
        STRING_END,
        DASH,
        LINE_COMMENT,
        SLASH,
        COMMENT,
        COMMENT_STAR
    }

    /** Takes a byte; whether a word, a string or a sign ended with it. */
    boolean take(byte b) {
        word = null;
        sign = 0;
        switch (state) {
            case STRING -> string(b);
            case ESCAPED -> {
                keep(unescaped(b));
                state = State.STRING;
            }
            case STRING_END -> {
                if (b == quote) {
                    keep(b);
                    state = State.STRING;
                } else {
                    end(true);
                    plain(b);
                }
            }
            case LINE_COMMENT -> state = b == '\n' ? State.BETWEEN : state;
            case COMMENT -> state = b == '*' ? State.COMMENT_STAR : state;
            case COMMENT_STAR -> state = b == '/' ? State.BETWEEN : b == '*' ? state : State.COMMENT;
            case SLASH -> {
                state = b == '*' ? State.COMMENT : State.BETWEEN;
                if (b != '*') {
                    plain(b);
                }
            }
            case DASH -> {
                state = b == '-' ? State.LINE_COMMENT : State.BETWEEN;
                if (b != '-') {
                    keep((byte) '-');
                    plain(b);
                }
            }
            case WORD, BETWEEN -> plain(b);
        }
        return word != null || sign != 0;
    }

    private void string(byte b) {
        if (b == quote) {
            state = State.STRING_END;
        } else if (b == '\\' && quote == '\'') {
            state = State.ESCAPED;
        } else {
            keep(b);
        }
    }

    private void plain(byte b) {
        if (isOfWord(b)) {
            keep(b);
            state = State.WORD;
            return;
        }
        boolean opens = b == '\'' || b == '"' || b == '`';
        if (state == State.WORD && !opens) {
            end(false);
        }
        state = State.BETWEEN;
        if (opens) {
            // what stands directly before a quote says how it is encoded: E'…', N'…'
            text.reset();
            quote = b;
            state = State.STRING;
        } else if (b == '(' || b == ')' || b == ',' || b == ';') {
            sign = (char) b;
        } else if (b == '-') {
            state = State.DASH;
        } else if (b == '/') {
            state = State.SLASH;
        }
    }

    private static boolean isOfWord(byte b) {
        return b < 0
                || (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || (b >= '0' && b <= '9')
                || b == '_'
                || b == '.'
                || b == '$';
    }

    private static byte unescaped(byte b) {
        return switch (b) {
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case '0' -> 0;
            default -> b;
        };
    }

    private void keep(byte b) {
        if (text.size() < LONGEST) {
            text.write(b);
        }
    }

    private void end(boolean wasQuoted) {
        word = Bytes.text(text.toByteArray());
        quoted = wasQuoted;
        text.reset();
        state = State.BETWEEN;
    }

    /** The word or the string that ended, or {@code null}. */
    @Nullable
    String word() {
        return word;
    }

    /** Whether it stood in quotes. */
    boolean isQuoted() {
        return quoted;
    }

    /** The sign that stood behind it, one of {@code ( ) , ;}, or 0. */
    char sign() {
        return sign;
    }
}
