package org.sockmortem.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts line feeds eight bytes at a time. */
final class LineFeeds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TENS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;

    private LineFeeds() {}

    /** Line feeds in {@code bytes} from one index up to another. */
    static long count(byte[] bytes, int from, int to) {
        long count = 0;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long differs = (long) LONGS.get(bytes, i) ^ TENS;
            // exact zero-byte test: no carry runs from one byte into the next (Warren, Hacker's Delight, 6-1)
            long nonZero = ((differs & LOW_SEVEN) + LOW_SEVEN) | differs | LOW_SEVEN;
            count += Long.bitCount(~nonZero);
        }
        for (; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }
}
