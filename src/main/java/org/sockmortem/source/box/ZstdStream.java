package org.sockmortem.source.box;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** What Zstandard frames hold that follow each other, each with a decoder of its own; frames to be skipped are. Mutable, one use. */
final class ZstdStream extends InputStream {
    private static final int MAGIC = 4;
    private static final int SKIPPED = 0x50;

    private final InputStream in;
    private ZstdFrame frame;
    private InputStream decoder;
    private XxHash64 sum = new XxHash64();
    private boolean ended;

    /** The stream of a frame and those behind it. */
    ZstdStream(InputStream in) throws IOException {
        this.in = in;
        frame = new ZstdFrame(in, in.readNBytes(MAGIC));
        decoder = new ZstdInputStream(frame);
    }

    @Override
    public int read() throws IOException {
        return ByBlocks.read(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (!ended) {
            int read = decoder.read(bytes, from, length);
            if (read >= 0) {
                sum.update(bytes, from, read);
                return read;
            }
            end();
            next();
        }
        return -1;
    }

    private void end() throws IOException {
        if (frame.isCut()) {
            throw new EOFException();
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
        decoder = new ZstdInputStream(frame);
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
