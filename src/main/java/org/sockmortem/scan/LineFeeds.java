package org.sockmortem.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Counts and finds line feeds eight bytes at a time, without what only the best code does quickly, such as to count bits. */
final class LineFeeds {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TENS = 0x0A0A0A0A0A0A0A0AL;
    private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;

    private static final long EVEN_BYTES = 0x00FF00FF00FF00FFL;
    private static final long ONES_OF_SIXTEEN = 0x0001000100010001L;
    private static final int MOST_WORDS = 255;

    private LineFeeds() {}

    /** The high bit of each byte that is a line feed. */
    private static long marks(byte[] bytes, int at) {
        long differs = (long) LONGS.get(bytes, at) ^ TENS;
        // exact zero-byte test: no carry runs from one byte into the next (Warren, Hacker's Delight, 6-1)
        return ~(((differs & LOW_SEVEN) + LOW_SEVEN) | differs | LOW_SEVEN);
    }

    /** Line feeds in {@code bytes} from one index up to another. */
    static int count(byte[] bytes, int from, int to) {
        int count = 0;
        int i = from;
        while (i + Long.BYTES <= to) {
            int words = Math.min(MOST_WORDS, (to - i) / Long.BYTES);
            count += countWords(bytes, i, i + words * Long.BYTES);
            i += words * Long.BYTES;
        }
        for (; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    /** The same of so few whole words that none of eight sums, a byte each, runs over. */
    private static int countWords(byte[] bytes, int from, int to) {
        long sums = 0;
        for (int i = from; i < to; i += Long.BYTES) {
            sums += marks(bytes, i) >>> 7;
        }
        // the bytes two by two, then all of them in the highest sixteen bits
        long pairs = (sums & EVEN_BYTES) + ((sums >>> 8) & EVEN_BYTES);
        return (int) ((pairs * ONES_OF_SIXTEEN) >>> 48);
    }

    /** The index of the first line feed from one index up to another, or -1. */
    static int next(byte[] bytes, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long marks = marks(bytes, i);
            if (marks != 0) {
                return i + (Long.numberOfTrailingZeros(marks) >>> 3);
            }
        }
        for (; i < to; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** The index after the last line feed from one index up to another; {@code from} where there is none. */
    static int afterLast(byte[] bytes, int from, int to) {
        int i = to;
        for (; i - Long.BYTES >= from; i -= Long.BYTES) {
            long marks = marks(bytes, i - Long.BYTES);
            if (marks != 0) {
                return i - (Long.numberOfLeadingZeros(marks) >>> 3);
            }
        }
        for (; i > from; i--) {
            if (bytes[i - 1] == '\n') {
                return i;
            }
        }
        return from;
    }
}
