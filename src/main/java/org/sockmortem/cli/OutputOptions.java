package org.sockmortem.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.Format;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the report goes and how it looks. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            converter = Output.Word.class,
            completionCandidates = Output.Names.class,
            description = "${COMPLETION-CANDIDATES}; repeatable, one without FILE at most (text).")
    private List<Output> formats = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            converter = Output.FileWord.class,
            description = "Where the format without FILE goes.")
    private @Nullable Path file;

    @Option(names = "--summary", description = "At most fifteen lines, in the formats for people.")
    private boolean summary;

    /** Every format that was asked for and where it goes. What is wrong with them is told here, before any work. */
    List<Output> outputs(CommandLine command) {
        Path other = file;
        List<Output> outputs = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        int loose = 0;
        for (Output said : formats.isEmpty() ? List.of(new Output(Format.TEXT, null)) : formats) {
            loose += said.file() == null ? 1 : 0;
            Output output = said.file() == null && other != null ? said.to(other) : said;
            Path target = output.file();
            if (loose > 1) {
                throw new ParameterException(command, "only one --format can go without =FILE");
            }
            if (target != null && !taken.add(writable(command, target))) {
                throw new ParameterException(command, "two formats cannot go to one file, " + target);
            }
            outputs.add(output);
        }
        if (other != null && loose == 0) {
            throw new ParameterException(command, "-o needs a --format without =FILE");
        }
        return outputs;
    }

    private static Path writable(CommandLine command, Path target) {
        Path whole = target.toAbsolutePath().normalize();
        Path folder = whole.getParent();
        if (Files.isDirectory(whole)) {
            throw new ParameterException(command, target + " is a folder, and the report needs a file");
        }
        if (folder != null && !Files.isDirectory(folder)) {
            throw new ParameterException(command, "there is no folder for " + target);
        }
        return whole;
    }

    /** Writes the report to all of them. */
    void write(Report report, List<Output> outputs, Colour colour, Streams streams) throws UnwrittenReport {
        new ReportWriter(streams, colour, summary).write(report, outputs);
    }
}
