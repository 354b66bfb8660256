package org.sockmortem.cli;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.ReportOptions;

/** The report to standard output and to files. */
final class ReportWriter {
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
            if (file == null) {
                ReportOptions options = new ReportOptions(colour.on(streams), ProsePrinter.width(streams), summary);
                ProsePrinter.print(streams, out -> output.format().reporter().write(report, options, out));
            } else {
                toFile(report, output, file);
            }
        }
    }

    private void toFile(Report report, Output output, Path file) throws UnwrittenReport {
        ReportOptions options = new ReportOptions(colour == Colour.ALWAYS, ProsePrinter.DEFAULT_WIDTH, summary);
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            output.format().reporter().write(report, options, out);
        } catch (IOException e) {
            throw new UnwrittenReport(file.toString(), e);
        }
    }
}
