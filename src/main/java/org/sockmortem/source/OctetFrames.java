package org.sockmortem.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Syslog frames that say how long they are (RFC 6587 3.4.1, RFC 5425 4.3), as a capture of a TCP stream holds them: {@code 71
 * <6>1 2025-10-28T21:58:48Z web01 kernel - - - …83 <4>1 …}. The counts go, and each frame is a line. Where a count turns out to be wrong the
 * text comes as it is up to the next line.
 */
final class OctetFrames extends RewritingStream {
    /** Receivers take eight or sixteen kilobytes at most; a longer count is none. */
    private static final int COUNT_DIGITS = 5;

    private static final int HEAD = COUNT_DIGITS + " <191>".length();

    private long left;
    private int last = '\n';
    private boolean lost;

    OctetFrames(InputStream in) {
        super(new PushbackInputStream(in, HEAD));
    }

    /** Whether it begins with a frame, and another begins where that ends. */
    static boolean isLikely(byte[] head) {
        int count = count(head, 0);
        if (count <= 0) {
            return false;
        }
        int next = digits(head, 0) + 1 + count;
        return next < head.length
                ? count(head, next) > 0
                : next == head.length && isPriority(head, digits(head, 0) + 1);
    }

    /** How long the frame here says that it is; 0 where no frame begins. */
    private static int count(byte[] bytes, int at) {
        int end = digits(bytes, at);
        boolean counted = end > at && end - at <= COUNT_DIGITS && bytes[at] != '0' && end + 1 < bytes.length;
        if (!counted || bytes[end] != ' ' || !isPriority(bytes, end + 1)) {
            return 0;
        }
        int count = 0;
        for (int i = at; i < end; i++) {
            count = count * 10 + bytes[i] - '0';
        }
        return count;
    }

    private static int digits(byte[] bytes, int at) {
        int i = at;
        while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        return i;
    }

    /** {@code <6>}, or as much of it as there is. */
    private static boolean isPriority(byte[] bytes, int at) {
        if (at >= bytes.length || bytes[at] != '<') {
            return false;
        }
        int end = digits(bytes, at + 1);
        return end == bytes.length || (end > at + 1 && end <= at + 4 && bytes[end] == '>');
    }

    @Override
    int rewritten() throws IOException {
        if (left == 0 && !lost) {
            byte[] ahead = ahead();
            int count = count(ahead, 0);
            if (count > 0) {
                if (last != '\n') {
                    return given(insertedFeed());
                }
                in.skipNBytes(digits(ahead, 0) + 1L);
                left = count;
            } else if (ahead.length > 0 && ahead[0] != '\n' && ahead[0] != '\r') {
                lost = true;
            }
        }
        int b = in.read();
        left -= left > 0 ? 1 : 0;
        lost &= b != '\n';
        return given(b);
    }

    private byte[] ahead() throws IOException {
        byte[] ahead = in.readNBytes(HEAD);
        ((PushbackInputStream) in).unread(ahead);
        return ahead;
    }

    private int given(int b) {
        last = b;
        return b;
    }
}
