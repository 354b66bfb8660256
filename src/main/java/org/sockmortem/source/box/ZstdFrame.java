package org.sockmortem.source.box;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One frame of Zstandard (RFC 8878, 3.1.1) on its way to the decoder, block by block. The decoder keeps back a whole window until a frame
 * ends, and would lose it with the end: where the frame is cut it is ended here, by an empty last block in place of the one that is not
 * whole, and where a block cannot be decoded, by one that says nothing in place of it and that end. The sum behind it is kept from the
 * decoder, which would find it wrong then. Mutable, one use.
 */
final class ZstdFrame {
    private static final int SINGLE_SEGMENT = 1 << 5;
    private static final int CHECKSUM = 1 << 2;
    private static final int BLOCK_HEADER = 3;
    private static final int RLE = 1;
    private static final byte[] EMPTY_LAST = {1, 0, 0};

    private final InputStream in;
    private final boolean hasSum;
    private final byte[] header;
    private byte[] block = new byte[0];
    private boolean last;
    private boolean cut;
    private boolean damaged;

    /** @param magic the frame's first bytes, which were read */
    ZstdFrame(InputStream in, byte[] magic) throws IOException {
        this.in = in;
        int descriptor = in.read();
        if (descriptor < 0) {
            throw new EOFException();
        }
        hasSum = (descriptor & CHECKSUM) != 0;
        byte[] rest = whole(restOfHeader(descriptor));
        header = new byte[magic.length + 1 + rest.length];
        System.arraycopy(magic, 0, header, 0, magic.length);
        header[magic.length] = (byte) (descriptor & ~CHECKSUM);
        System.arraycopy(rest, 0, header, magic.length + 1, rest.length);
    }

    private static int restOfHeader(int descriptor) {
        boolean single = (descriptor & SINGLE_SEGMENT) != 0;
        int dictionary = descriptor & 3;
        int size = descriptor >>> 6;
        return (single ? 0 : 1)
                + (dictionary == 0 ? 0 : 1 << (dictionary - 1))
                + (size == 0 ? (single ? 1 : 0) : 1 << size);
    }

    private byte[] whole(int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    /** Whether it was cut; known when it has been read. */
    boolean isCut() {
        return cut;
    }

    /** Whether one of its blocks could not be decoded. */
    boolean isDamaged() {
        return damaged;
    }

    /** Whether a sum of what it holds stands behind it. */
    boolean hasSum() {
        return hasSum && !cut && !damaged;
    }

    /** What comes before its blocks. */
    byte[] header() {
        return header;
    }

    /** The next block with its header, or {@code null} after the last. */
    byte @Nullable [] next() throws IOException {
        if (last) {
            return null;
        }
        block = block();
        return block;
    }

    /**
     * What to give to the decoder, which has read its header, for the block that it could not decode: as many bytes, of which the first are
     * no literals and the second no sequences (RFC 8878, 3.1.1.3). No other block of the frame comes then.
     *
     * @return {@code null} where that does not help
     */
    byte @Nullable [] standIn() {
        if (damaged || block.length <= BLOCK_HEADER) {
            return null;
        }
        damaged = true;
        last = false;
        cut = false;
        return new byte[block.length - BLOCK_HEADER];
    }

    private byte[] block() throws IOException {
        if (damaged) {
            last = true;
            return EMPTY_LAST;
        }
        byte[] begin = in.readNBytes(BLOCK_HEADER);
        if (begin.length == BLOCK_HEADER) {
            int value = (begin[0] & 0xFF) | (begin[1] & 0xFF) << 8 | (begin[2] & 0xFF) << 16;
            last = (value & 1) != 0;
            int size = (value >>> 1 & 3) == RLE ? 1 : value >>> 3;
            byte[] whole = new byte[BLOCK_HEADER + size];
            System.arraycopy(begin, 0, whole, 0, BLOCK_HEADER);
            if (in.readNBytes(whole, BLOCK_HEADER, size) == size) {
                return whole;
            }
        }
        cut = true;
        last = true;
        return EMPTY_LAST;
    }
}
