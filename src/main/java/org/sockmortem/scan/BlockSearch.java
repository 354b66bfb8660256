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

    /** So many lines of a block tell whether it is worth a search. */
    private static final int PROBED = 32;

    /** Searches a block; lines are numbered from 1 within it. */
    static BlockSearch of(Block block, LineSink sink) {
        return block.open() ? beginning(block, sink) : whole(block, sink);
    }

    private static BlockSearch whole(Block block, LineSink sink) {
        Progress progress = new Progress(block, sink);
        progress.lineByLine(PROBED);
        if (2 * progress.known > progress.lines) {
            progress.lineByLine(Integer.MAX_VALUE);
        } else {
            progress.search();
        }
        return new BlockSearch(progress.lines, progress.candidates, first(block), last(block));
    }

    /** How far a block has been searched. */
    private static final class Progress {
        final Block block;
        final LineSink sink;
        final byte[] bytes;
        final int end;
        int at;
        int lines;
        int candidates;
        int known;
        /** Up to here lines are the same, and the sink would rather see them. */
        int shownUpTo;

        Progress(Block block, LineSink sink) {
            this.block = block;
            this.sink = sink;
            this.bytes = block.bytes();
            this.end = block.end();
            this.at = block.start();
        }

        /** Looks at so many lines at least. Where most of them are known, that is quicker than to search them for needles. */
        void lineByLine(int most) {
            while (lines < most && at < end) {
                int from = at;
                int to = lineEnd(bytes, from, end);
                at = to + 1;
                lines++;
                if (sink.tookKnown(bytes, block.history(), from, trimmed(bytes, from, to), lines)) {
                    candidates++;
                    known++;
                    takeAgain(from, to);
                } else if (NeedleSearch.INSTANCE.next(bytes, from, Math.min(to, from + CandidateScanner.LINE_LIMIT))
                        >= 0) {
                    take(from, to, lines);
                }
            }
        }

        /** A flood says the same many times in one second: what is the same to the byte need not be recognised. */
        private void takeAgain(int from, int to) {
            if (from < shownUpTo) {
                return;
            }
            int length = to - from;
            int times = 0;
            int next = to + 1;
            while (next + length < end
                    && bytes[next + length] == '\n'
                    && Arrays.equals(bytes, from, to, bytes, next, next + length)) {
                times++;
                next += length + 1;
            }
            if (times == 0) {
                return;
            }
            if (!sink.tookAgain(times)) {
                shownUpTo = next;
                return;
            }
            lines += times;
            candidates += times;
            known += times;
            at = next;
        }

        private void take(int from, int to, int line) {
            candidates++;
            sink.line(bytes, block.history(), from, trimmed(bytes, from, to), line);
        }

        /** Searches what is left for needles, and looks at the lines that have one. */
        void search() {
            if (at >= end) {
                return;
            }
            NeedleSearch search = NeedleSearch.INSTANCE;
            NeedleSearch.Hits hits = search.all(bytes, at, end);
            for (int i = 0; i < hits.size(); i++) {
                int hit = hits.get(i);
                int from = LineFeeds.afterLast(bytes, at, hit);
                int to = lineEnd(bytes, hit, end);
                lines += LineFeeds.count(bytes, at, from);
                at = from;
                if (to - from <= CandidateScanner.LINE_LIMIT
                        || search.next(bytes, hit, from + CandidateScanner.LINE_LIMIT) >= 0) {
                    take(from, to, lines + 1);
                }
            }
            lines += LineFeeds.count(bytes, at, end) + (bytes[end - 1] == '\n' ? 0 : 1);
        }
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

    private static int lineEnd(byte[] bytes, int from, int end) {
        int lineFeed = LineFeeds.next(bytes, from, end);
        return lineFeed < 0 ? end : lineFeed;
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
            int to = lineEnd(block.bytes(), from, block.end());
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
