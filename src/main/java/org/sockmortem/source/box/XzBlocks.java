package org.sockmortem.source.box;

import java.io.Closeable;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.BasicArrayCache;
import org.tukaani.xz.SeekableFileInputStream;
import org.tukaani.xz.SeekableXZInputStream;

/**
 * The blocks of an .xz file, each by itself. Every block is decoded in pieces of one size from its beginning, so that where it is damaged
 * the same bytes come out whoever decodes it. Safe for many threads.
 */
final class XzBlocks implements Closeable {
    /** What was decoded in the call that finds a damage is lost. */
    private static final int PIECE = 1 << 14;

    private static final int CHUNK = 16 * PIECE;
    private static final byte[] NO_CHUNK = new byte[0];

    private final Path file;
    private final Deque<SeekableXZInputStream> idle = new ArrayDeque<>();
    private final Deque<byte[]> free = new ArrayDeque<>();
    private boolean closed;

    XzBlocks(Path file) {
        this.file = file;
    }

    /** The file with its index, for one thread, until it is given back. */
    SeekableXZInputStream take() throws IOException {
        synchronized (idle) {
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        Disk disk = disk();
        try {
            return new SeekableXZInputStream(disk, Compression.XZ_MEMORY_KIB, BasicArrayCache.getInstance());
        } catch (IOException | RuntimeException e) {
            disk.close();
            throw e;
        }
    }

    private Disk disk() throws IOException {
        try {
            return new Disk(file.toFile());
        } catch (IOException e) {
            throw DiskProblem.of(e);
        }
    }

    /** Takes it back. One on which reading failed would fail again at whatever place it is asked for. */
    private void give(SeekableXZInputStream in, boolean failed) throws IOException {
        synchronized (idle) {
            if (!closed && !failed) {
                idle.push(in);
                return;
            }
        }
        in.close();
    }

    @Override
    public void close() throws IOException {
        synchronized (idle) {
            closed = true;
            for (SeekableXZInputStream in : idle) {
                in.close();
            }
            idle.clear();
        }
    }

    /** A block that is decoded while it is read. */
    InputStream stream(int number) throws IOException {
        SeekableXZInputStream in = take();
        Pieces pieces = new Pieces(in, number);
        return new InputStream() {
            private final byte[] piece = new byte[PIECE];
            private int at;
            private int end;

            @Override
            public int read() throws IOException {
                return ByBlocks.read(this);
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                if (at == end) {
                    at = 0;
                    end = pieces.next(piece, 0);
                }
                int read = Math.min(length, end - at);
                System.arraycopy(piece, at, bytes, from, read);
                at += read;
                return end == 0 ? -1 : read;
            }

            @Override
            public void close() throws IOException {
                give(in, pieces.failed);
            }
        };
    }

    /** A whole block, decoded now; where it is damaged that shows behind what came before. */
    InputStream decoded(int number) {
        Deque<byte[]> chunks = new ArrayDeque<>();
        long size = 0;
        IOException broken = null;
        try {
            SeekableXZInputStream in = take();
            Pieces pieces = new Pieces(in, number);
            try {
                int read;
                do {
                    if (size % CHUNK == 0) {
                        chunks.add(chunk());
                    }
                    read = pieces.next(chunks.getLast(), (int) (size % CHUNK));
                    size += read;
                } while (read > 0);
            } finally {
                give(in, pieces.failed);
            }
        } catch (IOException | RuntimeException e) {
            broken = BoxDamage.of(Compression.XZ.id(), e);
        }
        return new Decoded(chunks, size, broken);
    }

    /** Blocks come and go by the hundreds; new chunks for each would be much for a collector that has time. */
    private byte[] chunk() {
        synchronized (free) {
            return free.isEmpty() ? new byte[CHUNK] : free.pop();
        }
    }

    private void giveBack(byte[] chunk) {
        synchronized (free) {
            free.push(chunk);
        }
    }

    /** One block's pieces, one after the other. */
    private static final class Pieces {
        private final SeekableXZInputStream in;
        private final int number;
        private long left;
        private boolean failed;

        Pieces(SeekableXZInputStream in, int number) {
            this.in = in;
            this.left = in.getBlockSize(number);
            this.number = number;
        }

        /** The next piece, whole but for the last; 0 after it. */
        int next(byte[] bytes, int from) throws IOException {
            int wanted = (int) Math.min(PIECE, left);
            int read = 0;
            failed = true;
            if (left == in.getBlockSize(number)) {
                in.seekToBlock(number);
            }
            while (read < wanted) {
                int more = in.read(bytes, from + read, wanted - read);
                if (more < 0) {
                    throw BoxDamage.damaged(Compression.XZ.id());
                }
                read += more;
            }
            left -= read;
            failed = false;
            return read;
        }
    }

    /** A block in memory, given up chunk by chunk as it is read. */
    private final class Decoded extends InputStream {
        private final Deque<byte[]> chunks;
        private final @Nullable IOException broken;
        private byte[] chunk = NO_CHUNK;
        private int at;
        private long left;

        Decoded(Deque<byte[]> chunks, long size, @Nullable IOException broken) {
            this.chunks = chunks;
            this.left = size;
            this.broken = broken;
        }

        @Override
        public int read() throws IOException {
            return ByBlocks.read(this);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (left == 0 && broken != null) {
                throw broken;
            }
            if (left == 0) {
                return -1;
            }
            if (at == chunk.length) {
                chunk = chunks.remove();
                at = 0;
            }
            int read = (int) Math.min(Math.min(length, chunk.length - at), left);
            System.arraycopy(chunk, at, bytes, from, read);
            at += read;
            left -= read;
            if (left == 0 || at == chunk.length) {
                giveBack(chunk);
                chunk = NO_CHUNK;
                at = 0;
            }
            return read;
        }
    }

    /** What a disk cannot give is no damage of what it holds. */
    private static final class Disk extends SeekableFileInputStream {
        Disk(File file) throws FileNotFoundException {
            super(file);
        }

        @Override
        public int read() throws IOException {
            try {
                return super.read();
            } catch (IOException e) {
                throw DiskProblem.of(e);
            }
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return super.read(bytes, from, length);
            } catch (IOException e) {
                throw DiskProblem.of(e);
            }
        }
    }
}
