package org.sockmortem.join;

/**
 * Whole numbers in as few bytes as they need: seven bits a byte, the lowest first, the eighth bit says that another follows (LEB128). Of a
 * number with a sign the sign comes lowest, so that small ones are short on both sides of zero.
 */
final class Varint {
    /** No number takes more bytes. */
    static final int LONGEST = 10;

    private Varint() {}

    /** Writes a number; gives the index behind it. */
    static int put(byte[] to, int at, long value) {
        int end = at;
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            to[end++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        to[end++] = (byte) rest;
        return end;
    }

    /** Writes a number with a sign; gives the index behind it. */
    static int putSigned(byte[] to, int at, long value) {
        return put(to, at, value << 1 ^ value >> 63);
    }

    /** The number that begins there. */
    static long get(byte[] from, int at) {
        long value = 0;
        int shift = 0;
        int next = at;
        byte b = from[next++];
        while (b < 0) {
            value |= (b & 0x7FL) << shift;
            shift += 7;
            b = from[next++];
        }
        return value | (long) b << shift;
    }

    /** The number with a sign that was written as this. */
    static long signed(long value) {
        return value >>> 1 ^ -(value & 1);
    }

    /** The index behind the number that begins there. */
    static int end(byte[] from, int at) {
        int end = at;
        while (from[end] < 0) {
            end++;
        }
        return end + 1;
    }
}
