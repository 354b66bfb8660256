package org.sockmortem.scan;

import java.util.Arrays;

/**
 * Hands on the lines of one block that hold a needle, and counts all of its lines. Depends on the block alone.
 *
 * @param lines in the block
 * @param candidates lines handed on
 * @param first its first line that is not blank, empty if there is none
 * @param last its last line that is not blank; likewise
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record BlockSearch(int lines, int candidates, byte[] first, byte[] last) {
    private static final byte[] BLANK = new byte[0];

    /** Searches a block; lines are numbered from 1 within it. */
    static BlockSearch of(Block block, LineSink sink) {
        return block.open() ? beginning(block, sink) : whole(block, sink);
    }

    private static BlockSearch whole(Block block, LineSink sink) {
        NeedleSearch search = NeedleSearch.INSTANCE;
        byte[] bytes = block.bytes();
        int end = block.end();
        NeedleSearch.Hits hits = search.all(bytes, block.start(), end);
        int lines = 0;
        int candidates = 0;
        int counted = block.start();
        for (int i = 0; i < hits.size(); i++) {
            int hit = hits.get(i);
            int from = LineFeeds.afterLast(bytes, counted, hit);
            int lineFeed = LineFeeds.next(bytes, hit, end);
            int to = lineFeed < 0 ? end : lineFeed;
            lines += LineFeeds.count(bytes, counted, from);
            counted = from;
            if (to - from <= CandidateScanner.LINE_LIMIT
                    || search.next(bytes, hit, from + CandidateScanner.LINE_LIMIT) >= 0) {
                candidates++;
                sink.line(bytes, block.history(), from, trimmed(bytes, from, to), lines + 1);
            }
        }
        lines += LineFeeds.count(bytes, counted, end) + (bytes[end - 1] == '\n' ? 0 : 1);
        return new BlockSearch(lines, candidates, first(block), last(block));
    }

    /** The beginning of a line that does not end within the block. */
    private static BlockSearch beginning(Block block, LineSink sink) {
        int end = trimmed(block.bytes(), block.start(), block.end());
        boolean found = NeedleSearch.INSTANCE.next(block.bytes(), block.start(), block.end()) >= 0;
        if (found) {
            sink.line(block.bytes(), block.history(), block.start(), end, 1);
        }
        byte[] line = notBlank(block.bytes(), block.start(), block.end());
        return new BlockSearch(1, found ? 1 : 0, line, line);
    }

    private static int trimmed(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + CandidateScanner.LINE_LIMIT);
        while (end > from && bytes[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    private static byte[] first(Block block) {
        int from = block.start();
        while (from < block.end()) {
            int lineFeed = LineFeeds.next(block.bytes(), from, block.end());
            int to = lineFeed < 0 ? block.end() : lineFeed;
            byte[] line = notBlank(block.bytes(), from, to);
            if (line.length > 0) {
                return line;
            }
            from = to + 1;
        }
        return BLANK;
    }

    private static byte[] last(Block block) {
        int to = block.end();
        while (to > block.start()) {
            int from = LineFeeds.afterLast(block.bytes(), block.start(), to);
            byte[] line = notBlank(block.bytes(), from, to);
            if (line.length > 0) {
                return line;
            }
            to = from - 1;
        }
        return BLANK;
    }

    private static byte[] notBlank(byte[] bytes, int from, int to) {
        int end = trimmed(bytes, from, to);
        for (int i = from; i < end; i++) {
            if (bytes[i] < 0 || bytes[i] > ' ') {
                return Arrays.copyOfRange(bytes, from, end);
            }
        }
        return BLANK;
    }
}
