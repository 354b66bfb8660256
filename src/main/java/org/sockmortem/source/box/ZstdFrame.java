package org.sockmortem.source.box;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * One frame of Zstandard (RFC 8878, 3.1.1) on its way to the decoder, block by block. The decoder keeps back a whole window until a frame
 * ends, and would lose it with the end: where the frame is cut it is ended here, by an empty last block in place of the one that is not whole.
 * The sum behind it is kept from the decoder, which would find it wrong then. Mutable, one use.
 */
final class ZstdFrame extends InputStream {
    private static final int SINGLE_SEGMENT = 1 << 5;
    private static final int CHECKSUM = 1 << 2;
    private static final int BLOCK_HEADER = 3;
    private static final int RLE = 1;

    private final InputStream in;
    private final boolean hasSum;
    private byte[] piece;
    private int at;
    private boolean last;
    private boolean cut;

    /** @param magic the frame's first bytes, which were read */
    ZstdFrame(InputStream in, byte[] magic) throws IOException {
        this.in = in;
        int descriptor = in.read();
        if (descriptor < 0) {
            throw new EOFException();
        }
        hasSum = (descriptor & CHECKSUM) != 0;
        byte[] rest = whole(restOfHeader(descriptor));
        piece = new byte[magic.length + 1 + rest.length];
        System.arraycopy(magic, 0, piece, 0, magic.length);
        piece[magic.length] = (byte) (descriptor & ~CHECKSUM);
        System.arraycopy(rest, 0, piece, magic.length + 1, rest.length);
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

    /** Whether a sum of what it holds stands behind it. */
    boolean hasSum() {
        return hasSum && !cut;
    }

    @Override
    public int read() throws IOException {
        return ByBlocks.read(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (at == piece.length) {
            if (last) {
                return -1;
            }
            piece = block();
            at = 0;
        }
        int read = Math.min(length, piece.length - at);
        System.arraycopy(piece, at, bytes, from, read);
        at += read;
        return read;
    }

    private byte[] block() throws IOException {
        byte[] header = in.readNBytes(BLOCK_HEADER);
        if (header.length == BLOCK_HEADER) {
            int value = (header[0] & 0xFF) | (header[1] & 0xFF) << 8 | (header[2] & 0xFF) << 16;
            last = (value & 1) != 0;
            int size = (value >>> 1 & 3) == RLE ? 1 : value >>> 3;
            byte[] block = new byte[BLOCK_HEADER + size];
            System.arraycopy(header, 0, block, 0, BLOCK_HEADER);
            if (in.readNBytes(block, BLOCK_HEADER, size) == size) {
                return block;
            }
        }
        cut = true;
        last = true;
        return new byte[] {1, 0, 0};
    }
}
