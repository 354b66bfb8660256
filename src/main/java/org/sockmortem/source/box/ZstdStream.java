package org.sockmortem.source.box;

import io.airlift.compress.zstd.ZstdIncrementalFrameDecompressor;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** What Zstandard frames hold that follow each other, each with a decoder of its own; frames to be skipped are. Mutable, one use. */
final class ZstdStream extends InputStream {
    private static final int MAGIC = 4;
    private static final int SKIPPED = 0x50;

    /** Where the bytes of an array begin, as the decoder wants to be told. */
    private static final long ARRAY_BASE = arrayBase();

    private final InputStream in;
    private ZstdFrame frame;
    private ZstdIncrementalFrameDecompressor decoder;
    private byte[] piece;
    private int at;
    private XxHash64 sum;
    private boolean ended;

    /** The stream of a frame and those behind it. */
    ZstdStream(InputStream in) throws IOException {
        this.in = in;
        frame = new ZstdFrame(in, in.readNBytes(MAGIC));
        decoder = new ZstdIncrementalFrameDecompressor();
        piece = frame.header();
        sum = new XxHash64();
    }

    /** The decoder's own reads it so; the class is known to every JDK, and to no compiler. */
    private static long arrayBase() {
        try {
            return Class.forName("sun.misc.Unsafe")
                    .getField("ARRAY_BYTE_BASE_OFFSET")
                    .getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @Override
    public int read() throws IOException {
        return ByBlocks.read(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (piece.length - at >= decoder.getInputRequired()) {
                int read = decoded(bytes, from, length);
                if (read > 0) {
                    sum.update(bytes, from, read);
                    return read;
                }
                continue;
            }
            byte[] next = at < piece.length ? null : frame.next();
            if (next != null) {
                piece = next;
                at = 0;
            } else {
                end();
                next();
            }
        }
        return -1;
    }

    /**
     * Gives what the decoder has, and once it has given all that it can, lets it decode the next piece: so nothing is given in the call in
     * which that fails.
     */
    private int decoded(byte[] bytes, int from, int length) throws IOException {
        try {
            decoder.partialDecompress(piece, ARRAY_BASE + at, ARRAY_BASE + piece.length, bytes, from, from + length);
        } catch (RuntimeException e) {
            byte[] standIn = frame.standIn();
            if (standIn == null) {
                throw e;
            }
            piece = standIn;
            at = 0;
            return decoded(bytes, from, length);
        }
        at += decoder.getInputConsumed();
        return decoder.getOutputBufferUsed();
    }

    private void end() throws IOException {
        if (frame.isCut()) {
            throw new EOFException();
        }
        if (frame.isDamaged() || at < piece.length) {
            throw BoxDamage.damaged(Compression.ZSTD.id());
        }
        if (frame.hasSum()) {
            byte[] told = in.readNBytes(Integer.BYTES);
            if (told.length < Integer.BYTES) {
                throw new EOFException();
            }
            if (littleEndian(told) != (int) sum.value()) {
                throw BoxDamage.damaged(Compression.ZSTD.id());
            }
        }
    }

    private void next() throws IOException {
        byte[] magic = in.readNBytes(MAGIC);
        while (isSkipped(magic)) {
            byte[] size = in.readNBytes(Integer.BYTES);
            if (size.length < Integer.BYTES) {
                throw new EOFException();
            }
            long left = Integer.toUnsignedLong(littleEndian(size));
            if (ByBlocks.skip(in, left) < left) {
                throw new EOFException();
            }
            magic = in.readNBytes(MAGIC);
        }
        if (magic.length == 0) {
            ended = true;
            return;
        }
        frame = new ZstdFrame(in, magic);
        decoder = new ZstdIncrementalFrameDecompressor();
        piece = frame.header();
        at = 0;
        sum = new XxHash64();
    }

    private static boolean isSkipped(byte[] magic) {
        return magic.length == MAGIC
                && (magic[0] & 0xF0) == SKIPPED
                && magic[1] == 0x2A
                && magic[2] == 0x4D
                && magic[3] == 0x18;
    }

    private static int littleEndian(byte[] b) {
        return (b[0] & 0xFF) | (b[1] & 0xFF) << 8 | (b[2] & 0xFF) << 16 | (b[3] & 0xFF) << 24;
    }
}
