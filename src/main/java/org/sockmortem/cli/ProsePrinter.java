package org.sockmortem.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Standard output, for whatever a command has to say. */
final class ProsePrinter {
    /** Columns where no terminal tells. */
    static final int DEFAULT_WIDTH = 100;

    private ProsePrinter() {}

    /** What is to be said. */
    @FunctionalInterface
    interface Prose {
        void write(Writer out) throws IOException;
    }

    /**
     * Writes it in UTF-8. A closed pipe ends it quietly.
     *
     * @throws UnwrittenReport where the output fails otherwise
     */
    static void print(Streams streams, Prose prose) throws UnwrittenReport {
        Writer out = new BufferedWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        try {
            prose.write(out);
            out.flush();
        } catch (ClosedPipe e) {
            // the reader has what it wants
        } catch (IOException e) {
            throw new UnwrittenReport("standard output", e);
        }
    }

    /** The terminal's columns, where it says so; elsewhere always the same, so that the same input gives the same bytes. */
    static int width(Streams streams) {
        String columns = streams.environment().getOrDefault("COLUMNS", "");
        return streams.outIsTerminal() && columns.matches("[1-9]\\d{1,3}")
                ? Math.max(40, Integer.parseInt(columns))
                : DEFAULT_WIDTH;
    }
}
