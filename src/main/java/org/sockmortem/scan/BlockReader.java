package org.sockmortem.scan;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into {@link Block}s at line ends. Where the cuts are depends on the bytes alone, not on the pieces in which the stream
 * gives them. Of a line longer than a block only the beginning comes out. Mutable, for one thread.
 */
final class BlockReader {
    private static final int SIZE = 1 << 19;
    private static final int HISTORY = 1 << 13;
    private static final int SNIFFED = 1 << 13;

    private final InputStream in;
    private final Deque<byte[]> free = new ArrayDeque<>();
    private byte[] previous = new byte[0];
    private int previousHistory;
    private int previousLimit;
    private int previousEnd;
    private long bytes;
    private boolean binary;
    private boolean inLongLine;
    private boolean ended;
    private @Nullable IOException failure;

    BlockReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next block, or {@code null} at the end.
     *
     * @throws IOException what the stream throws, once the whole lines before that were given out
     */
    @Nullable
    Block next() throws IOException {
        while (!ended) {
            byte[] buffer = free.isEmpty() ? new byte[HISTORY + SIZE] : free.removeLast();
            int keep = historyFrom();
            System.arraycopy(previous, keep, buffer, 0, previousEnd - keep);
            int start = previousLimit - keep;
            int end = fill(buffer, previousEnd - keep);
            Block block = cut(buffer, start, end);
            if (block != null) {
                return block;
            }
            free.addLast(buffer);
        }
        if (failure != null) {
            throw failure;
        }
        return null;
    }

    /** History begins with a whole line, so that a look back never sees half of one. */
    private int historyFrom() {
        int keep = Math.max(previousHistory, previousLimit - HISTORY);
        if (keep > previousHistory) {
            int lineFeed = LineFeeds.next(previous, keep, previousLimit);
            keep = lineFeed < 0 ? previousLimit : lineFeed + 1;
        }
        return keep;
    }

    private int fill(byte[] buffer, int from) {
        int end = from;
        try {
            while (end < buffer.length && !ended) {
                int read = in.read(buffer, end, buffer.length - end);
                ended = read < 0;
                end += Math.max(0, read);
            }
        } catch (IOException e) {
            failure = e;
            ended = true;
        }
        if (bytes < SNIFFED) {
            // the first block begins with the input
            binary = TextSniffer.isBinary(buffer, 0, Math.min(end, SNIFFED));
        }
        bytes += end - from;
        return end;
    }

    private @Nullable Block cut(byte[] buffer, int from, int end) {
        int start = from;
        int history = 0;
        if (inLongLine) {
            int lineFeed = LineFeeds.next(buffer, start, end);
            inLongLine = lineFeed < 0;
            start = lineFeed < 0 ? end : lineFeed + 1;
            history = start;
        }
        int limit = ended && failure == null ? end : LineFeeds.afterLast(buffer, start, end);
        boolean open = limit == start && end - start >= CandidateScanner.LINE_LIMIT;
        if (open) {
            inLongLine = true;
            keep(buffer, end, end, end);
            return new Block(buffer, history, start, start + CandidateScanner.LINE_LIMIT, true);
        }
        keep(buffer, history, limit, end);
        return limit == start ? null : new Block(buffer, history, start, limit, false);
    }

    private void keep(byte[] buffer, int history, int limit, int end) {
        previous = buffer;
        previousHistory = history;
        previousLimit = limit;
        previousEnd = end;
    }

    /** A block has been searched and its buffer can be used again. */
    void release(Block block) {
        free.addLast(block.bytes());
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes;
    }

    /** Whether they are no text, by their beginning. */
    boolean isBinary() {
        return binary;
    }
}
