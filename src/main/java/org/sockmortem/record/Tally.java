package org.sockmortem.record;

import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;

/** Hands records on, one line of text at a time, and keeps what the summary needs. */
final class Tally {
    private final RecordSink sink;
    private long records;
    private Parsed.Header first = Parsed.Header.NONE;
    private Parsed.Header last = Parsed.Header.NONE;

    Tally(RecordSink sink) {
        this.sink = sink;
    }

    /** A record was read, to be handed on or not: it belongs to the span of the input. */
    void seen(Parsed.Header header) {
        Stamp stamp = header.stamp();
        if (stamp.wall() == null && !stamp.hasUptime()) {
            return;
        }
        if (first.equals(Parsed.Header.NONE)) {
            first = header;
        }
        last = header;
    }

    /** Hands on the lines of a text; blank ones say nothing. */
    void record(Parsed.Header header, String text, long line) {
        seen(header);
        for (int from = 0; from < text.length(); ) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed;
            String part = text.substring(from, to).stripTrailing();
            if (!part.isBlank()) {
                records++;
                sink.record(header, part, line);
            }
            from = to + 1;
        }
    }

    RecordSummary summary(Lines lines) {
        return new RecordSummary(lines.bytesRead(), lines.linesRead(), records, first, last);
    }
}
