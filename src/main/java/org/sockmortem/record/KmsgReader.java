package org.sockmortem.record;

import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;

/**
 * Records of {@code /dev/kmsg}: read from it, kept for {@code dmesg -K} with a NUL after each, or sent by netconsole in its extended
 * form, where a long record comes in pieces.
 */
final class KmsgReader extends ByLines {
    /** A piece of a record; {@code null} when none is waiting for the rest. */
    private @Nullable KmsgLine waiting;

    private final StringBuilder pieces = new StringBuilder();
    private long waitingLine;

    /** Whether most of the first lines are such records or belong to them. */
    static boolean fits(List<String> head) {
        int records = 0;
        int others = 0;
        for (String line : head) {
            if (KmsgLine.of(line) != null) {
                records++;
            } else if (!line.startsWith(" ")) {
                others++;
            }
        }
        return records > others;
    }

    @Override
    Lines lines(InputStream in) {
        return Lines.endingAtNulToo(in);
    }

    @Override
    void line(String text, long number, Tally tally) {
        KmsgLine line = text.isEmpty() ? null : KmsgLine.of(text);
        if (line != null) {
            record(line, number, tally);
        } else if (!text.startsWith(" ")) {
            // lines that begin with a blank are the record's dictionary, SUBSYSTEM= and DEVICE=
            tally.record(Parsed.Header.NONE, text, number);
        }
    }

    private void record(KmsgLine line, long number, Tally tally) {
        KmsgLine first = waiting;
        if (first != null && (line.fragment() <= 0 || line.sequence() != first.sequence())) {
            end(tally);
        }
        if (line.fragment() < 0) {
            emit(line, line.text(), number, tally);
            return;
        }
        if (waiting == null) {
            waiting = line;
            waitingLine = number;
        }
        if (pieces.length() + line.text().length() <= LIMIT) {
            pieces.append(line.text());
        }
        if (pieces.length() >= line.total()) {
            end(tally);
        }
    }

    @Override
    void end(Tally tally) {
        KmsgLine first = waiting;
        if (first != null) {
            emit(first, pieces.toString(), waitingLine, tally);
        }
        waiting = null;
        pieces.setLength(0);
    }

    private static void emit(KmsgLine line, String text, long number, Tally tally) {
        Stamp stamp = new Stamp(null, line.micros(), line.caller());
        Parsed.Header header = new Parsed.Header(LogFormat.KMSG, stamp, null, 0);
        tally.seen(header);
        if (!line.isProgram()) {
            tally.record(header, KmsgLine.unescape(text), number);
        }
    }
}
