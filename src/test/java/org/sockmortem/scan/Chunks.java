package org.sockmortem.scan;

import java.io.InputStream;
import java.util.Arrays;

/** A stream that hands its bytes on in pieces, as pipes and decompressors do. */
final class Chunks extends InputStream {
    private final byte[] bytes;
    private final int[] sizes;
    private int at;
    private int reads;

    /** Pieces of the sizes given, over and over again. */
    Chunks(byte[] bytes, int... sizes) {
        this.bytes = bytes;
        this.sizes = Arrays.copyOf(sizes, sizes.length);
    }

    @Override
    public int read() {
        return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) {
        if (at >= bytes.length) {
            return -1;
        }
        int size = Math.min(Math.min(length, sizes[reads++ % sizes.length]), bytes.length - at);
        System.arraycopy(bytes, at, into, from, size);
        at += size;
        return size;
    }
}
