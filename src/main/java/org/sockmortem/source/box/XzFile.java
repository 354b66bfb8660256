package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.SeekableXZInputStream;

/**
 * An .xz file of several blocks, as {@code xz -T} writes it. Its index tells where they are, so that threads decode blocks ahead of the
 * reader; what comes out does not depend on whether there are any. Mutable, for one thread that reads.
 */
final class XzFile extends InputStream {
    /** What decoded blocks may hold together, the one that is read among them. */
    private static final long HELD = 72L << 20;

    private static final int MOST_AHEAD = 8;

    private final XzBlocks blocks;
    private final SeekableXZInputStream index;
    private final @Nullable Ahead threads;
    private final LongConsumer packed;
    private final Deque<Ahead.Begun<InputStream>> begun = new ArrayDeque<>();
    private final int ahead;
    private int next;
    private int reading = -1;
    private boolean ended;
    private long packedBytes;
    private InputStream block = InputStream.nullInputStream();

    private XzFile(XzBlocks blocks, SeekableXZInputStream index, @Nullable Ahead threads, LongConsumer packed) {
        this.blocks = blocks;
        this.index = index;
        this.threads = threads;
        this.packed = packed;
        this.ahead = (int) Math.min(MOST_AHEAD, HELD / Math.max(1, index.getLargestBlockSize()) - 1);
    }

    /**
     * The file's bytes.
     *
     * @param threads decode ahead of the reader; {@code null} where there are none
     * @param packed is told after each block how many bytes of the file it took
     * @return {@code null} where it is to be read as a stream: it has one block, blocks too large to be held, or no index that fits
     * @throws IOException as {@link DiskProblem} if the disk fails
     */
    static @Nullable XzFile open(Path file, @Nullable Ahead threads, LongConsumer packed) throws IOException {
        XzBlocks blocks = new XzBlocks(file);
        boolean fits = false;
        try {
            SeekableXZInputStream index = blocks.take();
            fits = index.getBlockCount() > 1 && index.getLargestBlockSize() <= HELD / 2;
            if (!fits) {
                index.close();
            }
            return fits ? new XzFile(blocks, index, threads, packed) : null;
        } catch (DiskProblem e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // cut, or followed by something else: as a stream it gives what it has
            return null;
        } finally {
            if (!fits) {
                blocks.close();
            }
        }
    }

    /** How many bytes of the file the blocks took that were read, and the one that is. */
    long packedBytes() {
        return packedBytes;
    }

    @Override
    public int read() throws IOException {
        return ByBlocks.read(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = block.read(bytes, from, length);
        while (read < 0 && !ended && turn()) {
            read = block.read(bytes, from, length);
        }
        return read;
    }

    /** Turns to the next block, if there is one. */
    private boolean turn() throws IOException {
        block.close();
        if (reading >= 0) {
            packed.accept(index.getBlockCompSize(reading));
        }
        block = InputStream.nullInputStream();
        if (reading + 1 == index.getBlockCount()) {
            ended = true;
            return false;
        }
        reading++;
        packedBytes += index.getBlockCompSize(reading);
        block = threads == null ? blocks.stream(reading) : decodedBy(threads);
        return true;
    }

    private InputStream decodedBy(Ahead others) {
        // the one that is asked for, and some behind it
        while (next < index.getBlockCount() && begun.size() <= ahead) {
            int number = next++;
            begun.add(others.begun(() -> blocks.decoded(number)));
        }
        return begun.remove().helping(begun);
    }

    @Override
    public void close() throws IOException {
        block.close();
        blocks.close();
        index.close();
    }
}
