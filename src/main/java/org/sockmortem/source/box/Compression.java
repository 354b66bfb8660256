package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.lz4.FramedLZ4CompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.XZInputStream;

/** What a stream may be compressed with, told by its first bytes. Streams that follow each other in one file are read as one. */
public enum Compression {
    /** RFC 1952; the JDK's inflater below, whose own stream takes a damaged second member for the end. */
    GZIP("gzip") {
        @Override
        InputStream decoder(InputStream in) throws IOException {
            return GzipCompressorInputStream.builder()
                    .setInputStream(in)
                    .setBufferSize(BUFFER)
                    .setDecompressConcatenated(true)
                    .get();
        }
    },
    /** bzip2. */
    BZIP2("bzip2") {
        @Override
        InputStream decoder(InputStream in) throws IOException {
            return new SmallSteps(new BZip2CompressorInputStream(in, true));
        }
    },
    /** The .xz format, of one block or of many. */
    XZ("xz") {
        @Override
        InputStream decoder(InputStream in) throws IOException {
            return new SmallSteps(new XZInputStream(in, XZ_MEMORY_KIB, BasicArrayCache.getInstance()));
        }
    },
    /** RFC 8878; decoded in Java, for a native library would have to be written to disk first. */
    ZSTD("zstd") {
        @Override
        InputStream decoder(InputStream in) throws IOException {
            return new ZstdStream(in);
        }
    },
    /** The LZ4 frame format. */
    LZ4("lz4") {
        @Override
        InputStream decoder(InputStream in) throws IOException {
            return new FramedLZ4CompressorInputStream(in, true);
        }
    };

    private static final int BUFFER = 1 << 16;
    private static final int GZIP_TIME = 4;
    /** xz -9 needs 65 MiB. */
    static final int XZ_MEMORY_KIB = 100 * 1024;

    private final String id;

    Compression(String id) {
        this.id = id;
    }

    /** The name in reports. */
    public String id() {
        return id;
    }

    abstract InputStream decoder(InputStream in) throws IOException;

    /**
     * When the file was written that was compressed, if the stream's beginning says so; {@code null} otherwise. Of those known here only
     * gzip's does, in the fifth to the eighth byte (RFC 1952, section 2.3.1).
     *
     * @param head the stream's first bytes
     */
    public @Nullable Instant written(byte[] head) {
        if (this != GZIP || head.length < GZIP_TIME + Integer.BYTES) {
            return null;
        }
        int seconds = ByteBuffer.wrap(head, GZIP_TIME, Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        return seconds == 0 ? null : Instant.ofEpochSecond(Integer.toUnsignedLong(seconds));
    }

    /**
     * What a stream is compressed with.
     *
     * @param head its first bytes, ten or more where it has as many
     * @return {@code null} where it is not
     */
    public static @Nullable Compression of(byte[] head) {
        if (starts(head, 0x1F, 0x8B, 8)) {
            return GZIP;
        }
        if (starts(head, 'B', 'Z', 'h') && head.length >= 10 && head[3] >= '1' && head[3] <= '9') {
            boolean block = head[4] == 0x31 && head[5] == 0x41 && head[6] == 0x59;
            boolean end = head[4] == 0x17 && head[5] == 0x72 && head[6] == 0x45;
            return block || end ? BZIP2 : null;
        }
        if (starts(head, 0xFD, '7', 'z', 'X', 'Z', 0)) {
            return XZ;
        }
        if (starts(head, 0x28, 0xB5, 0x2F, 0xFD)) {
            return ZSTD;
        }
        return starts(head, 4, 0x22, 0x4D, 0x18) ? LZ4 : null;
    }

    /**
     * An .xz file without its compression, within the budget, where it has several blocks that can be read each by itself.
     *
     * @param threads decode blocks ahead of the reader; {@code null} where there are none
     * @param packed is told how many more bytes of the file were read
     * @return {@code null} where it is to be read as a stream; otherwise to be closed
     * @throws IOException as {@link DiskProblem}
     */
    public static @Nullable InputStream openXz(Path file, Budget budget, @Nullable Ahead threads, LongConsumer packed)
            throws IOException {
        XzFile blocks = XzFile.open(file, threads, packed);
        return blocks == null ? null : new UnboxedStream(blocks, blocks::packedBytes, XZ, budget);
    }

    /** Whether a text or a box begins with these bytes, each 0 to 255. */
    public static boolean starts(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The stream without this compression, within the budget.
     *
     * @throws IOException as {@link BoxDamage}, also later while it is read
     */
    public InputStream open(InputStream in, Budget budget) throws IOException {
        CountedStream packed = new CountedStream(in);
        try {
            return new UnboxedStream(decoder(packed), packed::count, this, budget);
        } catch (IOException | RuntimeException e) {
            throw BoxDamage.of(id, e);
        }
    }
}
