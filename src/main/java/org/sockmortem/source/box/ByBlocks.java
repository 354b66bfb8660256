package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;

/** What a stream that reads by blocks answers where a single byte is asked for, or some are to be passed over. */
public final class ByBlocks {
    private static final int PIECE = 1 << 14;

    private ByBlocks() {}

    /** The next byte, or -1 at the end. */
    public static int read(InputStream in) throws IOException {
        byte[] one = new byte[1];
        return in.read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** Passes over so many bytes by reading them, so that they are counted and checked like others; how many there were. */
    public static long skip(InputStream in, long n) throws IOException {
        byte[] waste = new byte[(int) Math.min(Math.max(n, 0), PIECE)];
        long skipped = 0;
        while (skipped < n) {
            int read = in.read(waste, 0, (int) Math.min(waste.length, n - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
    }
}
