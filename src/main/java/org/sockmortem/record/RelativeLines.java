package org.sockmortem.record;

import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Parsed;

/** Reads what dmesg prints with stamps that say how long after the line before a line was, so that each counts for those behind it. */
abstract class RelativeLines extends ByLines {
    @Override
    final void line(String text, long number, Tally tally) {
        DmesgLine line = DmesgLine.of(text);
        if (advance(line)) {
            Parsed.Header header = header(line.caller());
            tally.seen(header);
            if (!line.isProgram()) {
                tally.record(header, line.text(), number);
            }
        } else if (DmesgLine.isContinuation(text)) {
            tally.record(header(null), line.text().strip(), number);
        } else {
            tally.record(Parsed.Header.NONE, text, number);
        }
    }

    /** Moves the clock to a line; false if the line has no stamp of the form. */
    abstract boolean advance(DmesgLine line);

    /** The header of a line where the clock is, with its caller where it tells one. */
    abstract Parsed.Header header(@Nullable String caller);
}
