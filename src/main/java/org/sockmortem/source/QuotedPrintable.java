package org.sockmortem.source;

import java.io.IOException;
import java.io.InputStream;

/**
 * Joins the lines that quoted-printable (RFC 2045 6.7) broke with a "=" at their end, in a mail's source. The bytes that it wrote as
 * "=XX" are left to the reader of the line, which may also meet them in text that is no mail. The line feeds that were taken out come
 * after the joined line, so that every other line keeps its number.
 */
final class QuotedPrintable extends RewritingStream {
    private static final int LOOK_AHEAD = 2;

    private final int[] ahead = new int[LOOK_AHEAD];
    private int buffered;
    private int owed;

    QuotedPrintable(InputStream in) {
        super(in);
    }

    /** Whether several lines end with "=" and some bytes are quoted, or a mail's header says so. */
    static boolean isLikely(byte[] head) {
        if (MailHeader.encodes(head, "quoted-printable")) {
            return true;
        }
        int broken = 0;
        int quoted = 0;
        for (int i = 0; i + 2 < head.length; i++) {
            if (head[i] == '=') {
                broken += head[i + 1] == '\n' || (head[i + 1] == '\r' && head[i + 2] == '\n') ? 1 : 0;
                quoted += isHex(head[i + 1]) && isHex(head[i + 2]) ? 1 : 0;
            }
        }
        return broken >= 2 && quoted >= 1;
    }

    private static boolean isHex(byte b) {
        return (b >= '0' && b <= '9') || (b >= 'A' && b <= 'F');
    }

    @Override
    int rewritten() throws IOException {
        int b = next();
        while (b == '=') {
            int after = next();
            int second = after == '\r' ? next() : after;
            if (second != '\n') {
                if (after == '\r') {
                    push(second);
                }
                push(after);
                return '=';
            }
            owed++;
            b = next();
        }
        if (b == '\n' && owed > 0) {
            // all that are owed, and then the line's own
            for (; owed > 0 && buffered < LOOK_AHEAD; owed--) {
                push('\n');
            }
        }
        return b;
    }

    private int next() throws IOException {
        return buffered > 0 ? ahead[--buffered] : in.read();
    }

    private void push(int b) {
        ahead[buffered++] = b;
    }
}
