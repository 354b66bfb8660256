package org.sockmortem.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ObjLongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.Ahead;

/**
 * Reads an input in blocks and hands on every line that holds a needle, with its number. Lines end at a line feed; a carriage return
 * before it is dropped. Of a line longer than {@link #LINE_LIMIT} only the beginning is looked at.
 *
 * <p>One instance serves one input.
 */
public final class CandidateScanner {
    /** The longest line that is looked at whole, in bytes; the kernel's own records end at about a thousand. */
    public static final int LINE_LIMIT = 1 << 16;

    private @Nullable BlockReader reader;
    private long lines;
    private long candidates;
    private byte[] first = new byte[0];
    private byte[] last = new byte[0];

    /**
     * Reads to the end, on one thread.
     *
     * @throws IOException what the stream throws; lines before that were handed on
     */
    public ScanSummary scan(InputStream in, LineSink sink) throws IOException {
        try (Workers alone = new Workers(1)) {
            return scan(in, alone, () -> numbered(sink), (done, before) -> {});
        }
    }

    /** Takes lines numbered within the block that stands behind all that was counted so far. */
    private LineSink numbered(LineSink sink) {
        return (bytes, bufferStart, from, to, line) -> sink.line(bytes, bufferStart, from, to, lines + line);
    }

    /**
     * Reads to the end, the blocks side by side.
     *
     * @param each makes what takes the lines of one block, numbered within it, on any thread
     * @param inOrder takes what was made for each block, in order, on the caller's thread, and the number of lines before it
     * @throws IOException what the stream throws; lines before that were handed on
     */
    public <S extends LineSink> ScanSummary scan(
            InputStream in, Workers workers, Supplier<S> each, ObjLongConsumer<S> inOrder) throws IOException {
        BlockReader blocks = new BlockReader(in);
        reader = blocks;
        Deque<Pending<S>> pending = new ArrayDeque<>();
        // one more than can be worked on, so that nobody waits for the next to be read
        int most = workers.count() == 1 ? 0 : workers.count() + 1;
        try {
            for (Block block = blocks.next(); block != null; block = blocks.next()) {
                pending.addLast(Pending.begin(block, workers, each.get()));
                while (pending.size() > most) {
                    finish(pending, blocks, inOrder);
                }
            }
        } finally {
            while (!pending.isEmpty()) {
                finish(pending, blocks, inOrder);
            }
        }
        return summary();
    }

    /** A block on its way. */
    private record Pending<S extends LineSink>(Block block, S sink, Ahead.Begun<BlockSearch> search) {
        static <S extends LineSink> Pending<S> begin(Block block, Workers workers, S sink) {
            return new Pending<>(block, sink, workers.begun(() -> BlockSearch.of(block, sink)));
        }
    }

    private <S extends LineSink> void finish(
            Deque<Pending<S>> pending, BlockReader blocks, ObjLongConsumer<S> inOrder) {
        Pending<S> oldest = pending.remove();
        // rather than wait for another thread, work on what nobody has begun
        BlockSearch found =
                oldest.search.helping(pending.stream().map(Pending::search).toList());
        inOrder.accept(oldest.sink, lines);
        lines += found.lines();
        candidates += found.candidates();
        first = first.length == 0 ? found.first() : first;
        last = found.last().length == 0 ? last : found.last();
        blocks.release(oldest.block);
    }

    /** What was seen so far; after a failure, what was seen before it. */
    public ScanSummary summary() {
        BlockReader blocks = reader;
        return new ScanSummary(
                blocks == null ? 0 : blocks.bytes(),
                lines,
                candidates,
                first,
                last,
                blocks != null && blocks.isBinary());
    }

    /** Whether a line holds a needle; of a text that is in memory already. */
    public static boolean isCandidate(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        return isCandidate(text, 0, text.length);
    }

    /** Whether a needle stands between these indexes. */
    public static boolean isCandidate(byte[] bytes, int from, int to) {
        return NeedleSearch.INSTANCE.next(bytes, from, to) >= 0;
    }
}
