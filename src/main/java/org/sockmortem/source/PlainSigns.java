package org.sockmortem.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Puts ASCII in place of the blanks that pages and word processors use (U+00A0, U+3000) and, where a text has no line feed at all, of
 * the signs that end a line elsewhere: a lone carriage return, vertical tab, form feed, U+0085, U+2028, U+2029.
 */
final class PlainSigns extends RewritingStream {
    private static final int FEW = 3;

    private final boolean feeds;

    /**
     * A rewriting stream.
     *
     * @param feeds whether lines end otherwise than at a line feed
     */
    PlainSigns(InputStream in, boolean feeds) {
        super(new PushbackInputStream(in, 2));
        this.feeds = feeds;
    }

    /** Whether a text has no line feed, but other ends of lines. */
    static boolean endsOtherwise(byte[] head) {
        boolean ends = false;
        for (int i = 0; i < head.length; i++) {
            int b = head[i] & 0xFF;
            int next = i + 1 < head.length ? head[i + 1] & 0xFF : 0;
            int third = i + 2 < head.length ? head[i + 2] & 0xFF : 0;
            if (b == '\n') {
                return false;
            }
            ends |= b == '\r' || b == 0x0B || b == 0x0C || (b == 0xC2 && next == 0x85) || isSeparator(b, next, third);
        }
        return ends;
    }

    /** Whether a text has other blanks than ASCII's. */
    static boolean hasBlanks(byte[] head) {
        int blanks = 0;
        for (int i = 0; i + 1 < head.length; i++) {
            blanks += (head[i] & 0xFF) == 0xC2 && (head[i + 1] & 0xFF) == 0xA0 ? 1 : 0;
        }
        return blanks >= FEW;
    }

    private static boolean isSeparator(int first, int second, int third) {
        return first == 0xE2 && second == 0x80 && (third == 0xA8 || third == 0xA9);
    }

    @Override
    int rewritten() throws IOException {
        int b = in.read();
        if (b == 0xC2) {
            int next = in.read();
            if (next == 0xA0) {
                return ' ';
            }
            if (next == 0x85 && feeds) {
                return '\n';
            }
            back(next);
        } else if (b == 0xE2 || b == 0xE3) {
            int second = in.read();
            int third = second < 0 ? -1 : in.read();
            if (feeds && isSeparator(b, second, third)) {
                return '\n';
            }
            if (b == 0xE3 && second == 0x80 && third == 0x80) {
                return ' ';
            }
            back(third);
            back(second);
        } else if (feeds && (b == '\r' || b == 0x0B || b == 0x0C)) {
            return '\n';
        }
        return b;
    }

    private void back(int b) throws IOException {
        if (b >= 0) {
            ((PushbackInputStream) in).unread(b);
        }
    }
}
