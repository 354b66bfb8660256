package org.sockmortem.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stream whose first bytes were looked at, and come again. */
final class HeadStream extends FilterInputStream {
    private final byte[] head;
    private final @Nullable IOException broken;
    private int at;

    private HeadStream(byte[] head, InputStream rest, @Nullable IOException broken) {
        super(rest);
        this.head = head;
        this.broken = broken;
    }

    /** Looks at so many bytes; a stream that breaks within them breaks again when it is read up to there. */
    static HeadStream of(InputStream in, int length) {
        byte[] head = new byte[length];
        int end = 0;
        IOException broken = null;
        try {
            while (end < length) {
                int read = in.read(head, end, length - end);
                if (read < 0) {
                    break;
                }
                end += read;
            }
        } catch (IOException e) {
            broken = e;
        }
        return new HeadStream(Arrays.copyOf(head, end), in, broken);
    }

    byte[] head() {
        return head;
    }

    @Override
    public int read() throws IOException {
        if (at < head.length) {
            return head[at++] & 0xFF;
        }
        if (broken != null) {
            throw broken;
        }
        return in.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (at < head.length) {
            int read = Math.min(length, head.length - at);
            System.arraycopy(head, at, bytes, from, read);
            at += read;
            return read;
        }
        if (broken != null) {
            throw broken;
        }
        return in.read(bytes, from, length);
    }

    @Override
    public long skip(long n) throws IOException {
        if (at < head.length) {
            int skipped = (int) Math.min(n, head.length - at);
            at += skipped;
            return skipped;
        }
        return in.skip(n);
    }

    /** Readers that ask would read on, fail there, and lose what they had read before. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
