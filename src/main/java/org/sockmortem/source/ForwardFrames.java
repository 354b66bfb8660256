package org.sockmortem.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * Puts a line feed before each frame of a stream in which syslog frames follow each other without one: {@code
 * <6>2025-10-28T21:58:48+00:00 web01 kernel: …<4>2025-…}, what rsyslog's ForwardFormat leaves in a file, also with the version of RFC 5424
 * ({@code <6>1 2025-…}). The lines are then the frames.
 */
final class ForwardFrames extends RewritingStream {
    private static final int PRIORITY_DIGITS = 3;
    private static final int STAMP = 5;
    private static final int AHEAD = 1 + PRIORITY_DIGITS + ">1 ".length() + STAMP;

    private boolean begun;

    ForwardFrames(InputStream in) {
        super(new PushbackInputStream(in, AHEAD));
    }

    /** Whether it begins with a frame, and another follows on the same line. */
    static boolean isLikely(byte[] head) {
        int frames = 0;
        for (int i = 0; i < head.length && head[i] != '\n'; i++) {
            frames += isFrame(head, i) ? 1 : 0;
        }
        return isFrame(head, 0) && frames >= 2;
    }

    /** {@code <6>2025-}, {@code <6>1 2025-} or {@code <6>Oct 2}. */
    private static boolean isFrame(byte[] bytes, int at) {
        if (at >= bytes.length || bytes[at] != '<') {
            return false;
        }
        int i = at + 1;
        while (i < bytes.length && i <= at + PRIORITY_DIGITS && isDigit(bytes[i])) {
            i++;
        }
        boolean prioritised = i > at + 1 && i < bytes.length && bytes[i] == '>';
        if (prioritised && i + 2 < bytes.length && bytes[i + 1] == '1' && bytes[i + 2] == ' ') {
            i += 2;
        }
        if (!prioritised || i + STAMP >= bytes.length) {
            return false;
        }
        boolean year = isDigit(bytes[i + 1])
                && isDigit(bytes[i + 2])
                && isDigit(bytes[i + 3])
                && isDigit(bytes[i + 4])
                && bytes[i + 5] == '-';
        boolean month = bytes[i + 1] >= 'A'
                && bytes[i + 1] <= 'Z'
                && isLower(bytes[i + 2])
                && isLower(bytes[i + 3])
                && bytes[i + 4] == ' ';
        return year || month;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static boolean isLower(byte b) {
        return b >= 'a' && b <= 'z';
    }

    @Override
    int rewritten() throws IOException {
        int b = in.read();
        if (b == '<' && begun) {
            byte[] ahead = new byte[AHEAD];
            ahead[0] = '<';
            int read = in.readNBytes(ahead, 1, ahead.length - 1);
            ((PushbackInputStream) in).unread(ahead, 1, read);
            if (isFrame(ahead, 0)) {
                ((PushbackInputStream) in).unread('<');
                begun = false;
                return insertedFeed();
            }
        }
        begun = b != '\n';
        return b;
    }
}
