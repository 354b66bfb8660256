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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Where the report goes and how it looks. */
final class OutputOptions {
    private final OptionSpec formats = OptionSpec.builder("--format")
            .paramLabel("FORMAT[=FILE]")
            .type(List.class)
            .auxiliaryTypes(Output.class)
            .converters(new Output.Word())
            .completionCandidates(Output.names())
            .initialValue(List.of())
            .description("${COMPLETION-CANDIDATES}; repeatable, one without FILE at most (text).")
            .build();

    private final OptionSpec file = OptionSpec.builder("-o", "--output")
            .paramLabel("FILE")
            .type(Path.class)
            .converters(new Output.FileWord())
            .description("Where the format without FILE goes.")
            .build();

    private final OptionSpec summary = Options.flag("At most fifteen lines, in the formats for people.", "--summary");

    /** Makes them options of that command. */
    void addTo(CommandSpec spec) {
        spec.addOption(formats).addOption(file).addOption(summary);
    }

    /** Every format that was asked for and where it goes. What is wrong with them is told here, before any work. */
    List<Output> outputs(CommandLine command) {
        @Nullable Path other = file.getValue();
        List<Output> wanted = formats.getValue();
        List<Output> outputs = new ArrayList<>();
        Set<Path> taken = new HashSet<>();
        int loose = 0;
        for (Output said : wanted.isEmpty() ? List.of(new Output(Format.TEXT, null)) : wanted) {
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
        new ReportWriter(streams, colour, summary.getValue()).write(report, outputs);
    }
}
