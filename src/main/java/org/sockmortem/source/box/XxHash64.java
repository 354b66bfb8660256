package org.sockmortem.source.box;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The sum that Zstandard has of a frame: XXH64 with seed 0 (xxhash_spec.md of the xxHash project). Mutable, one thread. */
final class XxHash64 {
    private static final int STRIPE = 32;
    private static final long P1 = 0x9E37_79B1_85EB_CA87L;
    private static final long P2 = 0xC2B2_AE3D_27D4_EB4FL;
    private static final long P3 = 0x1656_67B1_9E37_79F9L;
    private static final long P4 = 0x85EB_CA77_C2B2_AE63L;
    private static final long P5 = 0x27D4_EB2F_1656_67C5L;

    /** The first lane's beginning is the sum of the first two primes, the last one's the first below 0. */
    private final long[] lanes = {0x60EA_27EE_ADC0_B5D6L, P2, 0, -P1};

    private final ByteBuffer rest = ByteBuffer.allocate(STRIPE).order(ByteOrder.LITTLE_ENDIAN);
    private long length;

    /** Takes more bytes. */
    void update(byte[] bytes, int from, int count) {
        length += count;
        int at = from;
        int end = from + count;
        if (rest.position() > 0) {
            int more = Math.min(rest.remaining(), count);
            rest.put(bytes, at, more);
            at += more;
            if (!rest.hasRemaining()) {
                stripe(rest, 0);
                rest.clear();
            }
        }
        ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (; end - at >= STRIPE; at += STRIPE) {
            stripe(all, at);
        }
        if (at < end) {
            rest.put(bytes, at, end - at);
        }
    }

    private void stripe(ByteBuffer bytes, int at) {
        for (int lane = 0; lane < lanes.length; lane++) {
            lanes[lane] = round(lanes[lane], bytes.getLong(at + lane * Long.BYTES));
        }
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }

    /** The sum of all that was taken. */
    long value() {
        long sum = P5;
        if (length >= STRIPE) {
            sum = Long.rotateLeft(lanes[0], 1)
                    + Long.rotateLeft(lanes[1], 7)
                    + Long.rotateLeft(lanes[2], 12)
                    + Long.rotateLeft(lanes[3], 18);
            for (long lane : lanes) {
                sum = (sum ^ round(0, lane)) * P1 + P4;
            }
        }
        sum += length;
        int at = 0;
        for (; at + Long.BYTES <= rest.position(); at += Long.BYTES) {
            sum = Long.rotateLeft(sum ^ round(0, rest.getLong(at)), 27) * P1 + P4;
        }
        if (at + Integer.BYTES <= rest.position()) {
            sum = Long.rotateLeft(sum ^ Integer.toUnsignedLong(rest.getInt(at)) * P1, 23) * P2 + P3;
            at += Integer.BYTES;
        }
        for (; at < rest.position(); at++) {
            sum = Long.rotateLeft(sum ^ (rest.get(at) & 0xFF) * P5, 11) * P1;
        }
        sum = (sum ^ sum >>> 33) * P2;
        sum = (sum ^ sum >>> 29) * P3;
        return sum ^ sum >>> 32;
    }
}
