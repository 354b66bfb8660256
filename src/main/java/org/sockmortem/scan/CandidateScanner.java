package org.sockmortem.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads an input in blocks and hands on every line that holds a needle, with its number. Lines end at a line feed; a carriage return
 * before it is dropped. Of a line longer than {@link #LINE_LIMIT} only the beginning is looked at.
 *
 * <p>One instance serves one input.
 */
public final class CandidateScanner {
    /** The longest line that is looked at whole, in bytes; the kernel's own records end at about a thousand. */
    public static final int LINE_LIMIT = 1 << 16;

    private static final int BLOCK = 1 << 18;
    private static final int HISTORY = 1 << 13;
    private static final int SNIFFED = 1 << 13;

    private final NeedleSearch search = NeedleSearch.INSTANCE;
    private final byte[] buffer = new byte[HISTORY + LINE_LIMIT + BLOCK];
    private int historyStart;
    private int start;
    private int end;
    private long bytes;
    private long lines;
    private long candidates;
    private byte[] first = new byte[0];
    private byte[] last = new byte[0];
    private boolean binary;
    private boolean inLongLine;

    /**
     * Reads to the end.
     *
     * @throws IOException what the stream throws; lines before that were handed on
     */
    public ScanSummary scan(InputStream in, LineSink sink) throws IOException {
        for (int read = fill(in); read >= 0; read = fill(in)) {
            int limit = afterLastLineFeed();
            if (limit > start) {
                lines(limit, sink);
            } else if (end - start >= LINE_LIMIT) {
                longLine(sink);
            }
        }
        if (end > start && !inLongLine) {
            lines(end, sink);
        }
        return summary();
    }

    /** What was seen so far; after a failure, what was seen before it. */
    public ScanSummary summary() {
        boolean noText = bytes < SNIFFED ? TextSniffer.isBinary(buffer, 0, (int) bytes) : binary;
        return new ScanSummary(bytes, lines, candidates, first, last, noText);
    }

    /** Whether a line holds a needle; of a text that is in memory already. */
    public static boolean isCandidate(String line) {
        byte[] text = line.getBytes(StandardCharsets.UTF_8);
        return NeedleSearch.INSTANCE.next(text, 0, text.length) >= 0;
    }

    private int fill(InputStream in) throws IOException {
        if (buffer.length - end < BLOCK / 2) {
            int keep = Math.max(historyStart, start - HISTORY);
            if (keep > historyStart) {
                // history begins with a whole line, so that a look back never sees half of one
                int lineFeed = indexOfLineFeed(keep, start);
                keep = lineFeed < 0 ? start : lineFeed + 1;
            }
            System.arraycopy(buffer, keep, buffer, 0, end - keep);
            start -= keep;
            end -= keep;
            historyStart = 0;
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read > 0) {
            bytes += read;
            end += read;
            if (bytes >= SNIFFED && bytes - read < SNIFFED) {
                // nothing was moved yet: the buffer begins with the input
                binary = TextSniffer.isBinary(buffer, 0, SNIFFED);
            }
        }
        return read;
    }

    private int indexOfLineFeed(int from, int to) {
        for (int i = from; i < to; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private int afterLastLineFeed() {
        for (int i = end; i > start; i--) {
            if (buffer[i - 1] == '\n') {
                return i;
            }
        }
        return start;
    }

    /** The lines from {@code start} up to {@code limit}, which is the end of one. */
    private void lines(int limit, LineSink sink) {
        int at = start;
        if (inLongLine) {
            at = indexOfLineFeed(at, limit) + 1;
            inLongLine = false;
            historyStart = at;
        }
        keepEnds(at, limit);
        int counted = at;
        for (int hit = search.next(buffer, at, limit); hit >= 0; hit = search.next(buffer, at, limit)) {
            int from = hit;
            while (from > at && buffer[from - 1] != '\n') {
                from--;
            }
            int to = indexOfLineFeed(hit, limit);
            to = to < 0 ? limit : to;
            lines += LineFeeds.count(buffer, counted, from);
            counted = from;
            if (to - from <= LINE_LIMIT || search.next(buffer, hit, from + LINE_LIMIT) >= 0) {
                candidates++;
                sink.line(buffer, historyStart, from, trimmed(from, to), lines + 1);
            }
            at = Math.min(to + 1, limit);
        }
        lines += LineFeeds.count(buffer, counted, limit);
        if (limit > start && buffer[limit - 1] != '\n') {
            lines++;
        }
        start = limit;
    }

    private int trimmed(int from, int to) {
        int end = Math.min(to, from + LINE_LIMIT);
        while (end > from && buffer[end - 1] == '\r') {
            end--;
        }
        return end;
    }

    /** A line that does not end within the buffer: its beginning is looked at, the rest is passed over. */
    private void longLine(LineSink sink) {
        if (!inLongLine) {
            lines++;
            keepEnds(start, start + LINE_LIMIT);
            if (search.next(buffer, start, start + LINE_LIMIT) >= 0) {
                candidates++;
                sink.line(buffer, historyStart, start, trimmed(start, start + LINE_LIMIT), lines);
            }
        }
        inLongLine = true;
        start = end;
        historyStart = end;
    }

    private void keepEnds(int from, int to) {
        if (first.length == 0) {
            for (int line = from; line < to && first.length == 0; line = endOf(line, to) + 1) {
                first = notBlank(line, endOf(line, to));
            }
        }
        for (int lineEnd = to; lineEnd > from; ) {
            int line = lineEnd;
            while (line > from && buffer[line - 1] != '\n') {
                line--;
            }
            byte[] text = notBlank(line, lineEnd);
            if (text.length > 0) {
                last = text;
                return;
            }
            lineEnd = line - 1;
        }
    }

    private int endOf(int line, int limit) {
        int lineFeed = indexOfLineFeed(line, limit);
        return lineFeed < 0 ? limit : lineFeed;
    }

    private byte[] notBlank(int from, int to) {
        int end = trimmed(from, to);
        for (int i = from; i < end; i++) {
            if (buffer[i] < 0 || buffer[i] > ' ') {
                return Arrays.copyOfRange(buffer, from, end);
            }
        }
        return new byte[0];
    }
}
