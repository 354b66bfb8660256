package org.sockmortem.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.ReportOptions;

/** The report to standard output and to files. */
final class ReportWriter {
    private static final int DEFAULT_WIDTH = 100;

    private final Streams streams;
    private final Colour colour;
    private final boolean summary;

    ReportWriter(Streams streams, Colour colour, boolean summary) {
        this.streams = streams;
        this.colour = colour;
        this.summary = summary;
    }

    /**
     * Writes it in every format. A closed pipe ends that one output alone, and quietly.
     *
     * @throws UnwrittenReport where another output fails
     */
    void write(Report report, List<Output> outputs) throws UnwrittenReport {
        for (Output output : outputs) {
            Path file = output.file();
            try {
                if (file == null) {
                    toStandardOutput(report, output);
                } else {
                    toFile(report, output, file);
                }
            } catch (ClosedPipe e) {
                // the reader has what it wants
            } catch (IOException e) {
                throw new UnwrittenReport(file == null ? "standard output" : file.toString(), e);
            }
        }
    }

    private void toStandardOutput(Report report, Output output) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        ReportOptions options = new ReportOptions(colour.on(streams), width(), summary);
        output.format().reporter().write(report, options, out);
        out.flush();
    }

    private void toFile(Report report, Output output, Path file) throws IOException {
        ReportOptions options = new ReportOptions(colour == Colour.ALWAYS, DEFAULT_WIDTH, summary);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            output.format().reporter().write(report, options, out);
        }
    }

    /** The terminal's, where it says so; elsewhere always the same, so that the same input gives the same bytes. */
    private int width() {
        String columns = streams.environment().getOrDefault("COLUMNS", "");
        return streams.outIsTerminal() && columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
    }
}
