package org.sockmortem.record;

import java.io.IOException;
import java.io.InputStream;

/** Reads a form of which each physical line says what it is. */
abstract class ByLines implements RecordReader {
    @Override
    public final RecordSummary read(InputStream in, RecordSink sink) throws IOException {
        Tally tally = new Tally(sink);
        Lines lines = lines(in);
        while (lines.next()) {
            line(lines.text(), lines.number(), tally);
        }
        end(tally);
        return tally.summary(lines);
    }

    /** The lines of the form: they end at line feeds, if it does not say otherwise. */
    Lines lines(InputStream in) {
        return Lines.of(in);
    }

    /** The next line, and its number from 1. */
    abstract void line(String line, long number, Tally tally);

    /** No line follows. */
    void end(Tally tally) {
        // most forms leave nothing behind
    }
}
