package org.sockmortem.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.Format;
import org.sockmortem.report.ReportOptions;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where the report goes and how it looks. */
final class OutputOptions {
    private static final int DEFAULT_WIDTH = 100;

    @Option(
            names = "--format",
            paramLabel = "FORMAT[=FILE]",
            description = "text, markdown or json; repeatable, one without FILE at most.")
    private List<String> formats = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the format without FILE goes.")
    private @Nullable Path file;

    @Option(names = "--summary", description = "At most fifteen lines (text and markdown).")
    private boolean summary;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            description = "auto, always or never (${DEFAULT-VALUE}).")
    private Colour colour = Colour.AUTO;

    @Option(
            names = {"-q", "--quiet"},
            description = "No warnings on standard error.")
    private boolean quiet;

    @Option(
            names = {"-v", "--verbose"},
            description = "More on standard error.")
    private boolean verbose;

    /** When to use colours. */
    enum Colour {
        AUTO,
        ALWAYS,
        NEVER
    }

    private record Output(Format format, @Nullable Path file) {}

    private List<Output> outputs = List.of();

    boolean isQuiet() {
        return quiet;
    }

    boolean isVerbose() {
        return verbose && !quiet;
    }

    /** Reads the words, so that what is wrong with them is told before any work. */
    void check(CommandLine command) {
        List<Output> parsed = new ArrayList<>();
        boolean toStandard = false;
        for (String word : formats.isEmpty() ? List.of("text") : formats) {
            int equals = word.indexOf('=');
            String name = (equals < 0 ? word : word.substring(0, equals)).toLowerCase(Locale.ROOT);
            Format format =
                    Format.ofId(name).orElseThrow(() -> new ParameterException(command, "'" + name + "' is no format"));
            if (equals < 0 && toStandard) {
                throw new ParameterException(command, "only one --format can go without =FILE");
            }
            toStandard |= equals < 0;
            parsed.add(new Output(format, equals < 0 ? file : Path.of(word.substring(equals + 1))));
        }
        if (file != null && !toStandard) {
            throw new ParameterException(command, "-o needs a --format without =FILE");
        }
        outputs = List.copyOf(parsed);
    }

    /** Writes the report in every format that was asked for. */
    void write(Report report, Streams streams) throws IOException {
        for (Output output : outputs) {
            Path target = output.file;
            if (target == null) {
                toStandardOutput(report, output.format, streams);
            } else {
                try (Writer out = Files.newBufferedWriter(target, StandardCharsets.UTF_8)) {
                    output.format
                            .reporter()
                            .write(report, new ReportOptions(colour == Colour.ALWAYS, DEFAULT_WIDTH, summary), out);
                }
            }
        }
    }

    private void toStandardOutput(Report report, Format format, Streams streams) throws IOException {
        Writer out = new BufferedWriter(new OutputStreamWriter(streams.out(), StandardCharsets.UTF_8));
        try {
            format.reporter().write(report, new ReportOptions(coloured(streams), width(streams), summary), out);
            out.flush();
        } catch (IOException e) {
            throw new Failures.ClosedPipe(e);
        }
    }

    private boolean coloured(Streams streams) {
        String noColour = streams.environment().getOrDefault("NO_COLOR", "");
        boolean dumb = "dumb".equals(streams.environment().get("TERM"));
        return switch (colour) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO -> streams.outIsTerminal() && noColour.isEmpty() && !dumb;
        };
    }

    private static int width(Streams streams) {
        String columns = streams.environment().getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{1,3}") ? Math.max(40, Integer.parseInt(columns)) : DEFAULT_WIDTH;
    }
}
