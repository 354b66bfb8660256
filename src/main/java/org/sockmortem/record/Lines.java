package org.sockmortem.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Physical lines as bytes, counted. A byte order mark and carriage returns before a line feed are dropped. One use, one thread.
 */
final class Lines {
    private static final int BLOCK = 1 << 16;

    private final InputStream in;
    private final boolean nulEnds;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int filled;
    private byte[] line = new byte[512];
    private int length;
    private long bytes;
    private long feeds;
    private long number;
    private boolean begins;
    private boolean continues;
    private boolean midLine;

    private Lines(InputStream in, boolean nulEnds) {
        this.in = in;
        this.nulEnds = nulEnds;
    }

    /** Lines that end at a line feed. */
    static Lines of(InputStream in) {
        return new Lines(in, false);
    }

    /** Lines that end at a line feed or at a NUL; only line feeds are counted. */
    static Lines endingAtNulToo(InputStream in) {
        return new Lines(in, true);
    }

    /** Goes to the next line, of which {@link RecordReader#LIMIT} bytes are kept; false at the end. */
    boolean next() throws IOException {
        do {
            if (!piece()) {
                return false;
            }
        } while (!begins);
        return true;
    }

    /** Goes to the next line, or to the next piece of a long one; false at the end. */
    boolean piece() throws IOException {
        begins = !continues;
        length = 0;
        if (!more()) {
            return false;
        }
        boolean atStart = bytes == filled && at == 0;
        number = feeds + 1;
        continues = true;
        while (continues && length < RecordReader.LIMIT && more()) {
            int end = endOfLine(Math.min(filled, at + RecordReader.LIMIT - length));
            append(end);
            if (at < filled && isEnd(block[at])) {
                feeds += block[at] == '\n' ? 1 : 0;
                at++;
                continues = false;
            }
        }
        trim(atStart);
        return true;
    }

    private boolean more() throws IOException {
        if (at < filled) {
            return true;
        }
        int read = in.read(block, 0, block.length);
        at = 0;
        filled = Math.max(0, read);
        bytes += filled;
        midLine = filled > 0 ? block[filled - 1] != '\n' : midLine;
        return read > 0;
    }

    private boolean isEnd(byte b) {
        return b == '\n' || (nulEnds && b == 0);
    }

    private int endOfLine(int limit) {
        int i = at;
        while (i < limit && !isEnd(block[i])) {
            i++;
        }
        return i;
    }

    private void append(int end) {
        int added = end - at;
        if (length + added > line.length) {
            line = Arrays.copyOf(line, Math.max(length + added, Math.min(RecordReader.LIMIT, 2 * line.length)));
        }
        System.arraycopy(block, at, line, length, added);
        length += added;
        at = end;
    }

    private void trim(boolean atStart) {
        if (atStart && length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
            length -= 3;
            System.arraycopy(line, 3, line, 0, length);
        }
        while (length > 0 && line[length - 1] == '\r') {
            length--;
        }
    }

    /** The next {@code count} bytes whatever they are, or those that are left; only the first {@link RecordReader#LIMIT} are kept. */
    byte[] raw(long count) throws IOException {
        byte[] kept = new byte[(int) Math.min(512, count)];
        int size = 0;
        for (long left = count; left > 0 && more(); ) {
            int taken = (int) Math.min(left, filled - at);
            for (int i = at; i < at + taken; i++) {
                feeds += block[i] == '\n' ? 1 : 0;
            }
            int room = Math.min(taken, RecordReader.LIMIT - size);
            if (size + room > kept.length) {
                kept = Arrays.copyOf(kept, Math.max(size + room, 2 * kept.length));
            }
            System.arraycopy(block, at, kept, size, room);
            size += room;
            at += taken;
            left -= taken;
        }
        return Arrays.copyOf(kept, size);
    }

    /** The line; valid up to {@link #length()} and until the next. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** Whether this is the beginning of a line, not a later piece of a long one. */
    boolean begins() {
        return begins;
    }

    /** Whether the line goes on in the next piece. */
    boolean continues() {
        return continues;
    }

    /** The line as text. */
    String text() {
        return Bytes.text(line, 0, length);
    }

    boolean startsWith(String ascii) {
        byte[] prefix = ascii.getBytes(StandardCharsets.US_ASCII);
        return length >= prefix.length && Arrays.equals(line, 0, prefix.length, prefix, 0, prefix.length);
    }

    /** The number of the line, from 1. */
    long number() {
        return number;
    }

    /** Bytes read so far. */
    long bytesRead() {
        return bytes;
    }

    /** Lines read so far; at the end, all of them. */
    long linesRead() {
        return feeds + (midLine && at == filled ? 1 : 0);
    }
}
