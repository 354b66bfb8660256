package org.sockmortem.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a small text that somebody else wrote: whatever it holds, memory stays bounded.
 *
 * <p>Bytes that are no UTF-8 become replacement characters, NULs and a byte order mark are dropped, CR and CRLF count as line ends like LF.
 * One use, one thread.
 */
public final class BoundedLines {
    /** Bytes of a line that are kept; the longest line of a real {@code sysctl -a} has a few hundred. */
    public static final int LINE_LIMIT = 8192;

    /** Lines that are read; {@code sysctl -a} on a host with a thousand network interfaces stays below. */
    public static final int COUNT_LIMIT = 200_000;

    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final long most;
    private final byte[] block = new byte[BLOCK];
    private int from;
    private int to;
    private long line;
    private boolean afterReturn;

    /** Reads from {@code in}, which stays the caller's to close. */
    public BoundedLines(InputStream in) {
        this(in, COUNT_LIMIT);
    }

    /** Reads at most so many lines. */
    BoundedLines(InputStream in, long most) {
        this.in = in;
        this.most = most;
    }

    /** The number of the line last given, from 1. */
    public long line() {
        return line;
    }

    /** The next line without its end, cut after {@link #LINE_LIMIT} bytes; {@code null} after the last, or after as many as are read. */
    public @Nullable String next() throws IOException {
        if (line == most) {
            return null;
        }
        ByteArrayOutputStream kept = new ByteArrayOutputStream(256);
        int b = read();
        if (b == '\n' && afterReturn) {
            b = read();
        }
        afterReturn = false;
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n' && b != '\r'; b = read()) {
            if (b != 0 && kept.size() < LINE_LIMIT) {
                kept.write(b);
            }
        }
        afterReturn = b == '\r';
        line++;
        String text = kept.toString(StandardCharsets.UTF_8);
        return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The next byte, or -1; a buffer of its own, for BufferedInputStream locks at every byte. */
    private int read() throws IOException {
        if (from == to) {
            from = 0;
            to = Math.max(0, in.read(block));
            if (to == 0) {
                return -1;
            }
        }
        return block[from++] & 0xFF;
    }
}
