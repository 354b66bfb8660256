package org.sockmortem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.Report;
import org.sockmortem.source.ReadProgress;
import org.sockmortem.source.Source;
import org.sockmortem.source.Sources;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code sockmortem analyze}: the main job. */
@Command(
        name = "analyze",
        description = "Reads every log under the paths and writes one report.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:done, whatever was found",
            "1:--fail-on met",
            "2:wrong usage, no PATH could be opened, or no report written",
            "3:done, but some input was missing, unreadable or damaged",
            "70:a bug in sockmortem"
        })
final class AnalyzeCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SockmortemCommand parent;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files, folders and archives; - is standard input.")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private AnalysisOptions analysis = new AnalysisOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = Words.CountWord.class,
            description = "Threads to use at most (one a processor); the report does not depend on it.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(names = "--no-progress", description = "No progress on standard error.")
    private boolean noProgress;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = Words.SeverityWord.class,
            description =
                    "Exit with 1 if a finding of this severity (info, warning, critical) or above is not ruled out.")
    private @Nullable Severity failOn;

    @Override
    public Integer call() throws IOException {
        if (parent == null || spec == null) {
            throw new IllegalStateException("made outside of the command line");
        }
        Streams streams = parent.streams();
        CommandLine command = spec.commandLine();
        check(command, streams);
        List<Output> outputs = output.outputs(command);
        Sources sources = Sources.under(
                paths.isEmpty() ? List.of(Source.STANDARD_INPUT) : List.copyOf(paths), streams.in(), limits.limits());
        Notices notices = new Notices(streams.err());
        if (sources.opened() == 0) {
            notices.skipped(sources.skipped());
            return ExitStatus.USAGE;
        }
        guardInputs(command, outputs, sources);
        Report report = read(sources, streams);
        if (output.isVerbose()) {
            notices.inputs(report.coverage());
        }
        if (!output.isQuiet()) {
            notices.damaged(report.coverage());
        }
        output.write(report, outputs, streams);
        return ExitStatus.of(report, failOn);
    }

    private Report read(Sources sources, Streams streams) {
        if (noProgress || output.isQuiet() || !streams.errIsTerminal()) {
            return PostMortem.of(sources, analysis.postMortem(), ReadProgress.NONE, jobs);
        }
        try (ReadingBar bar = new ReadingBar(streams.err())) {
            return PostMortem.of(sources, analysis.postMortem(), bar, jobs);
        }
    }

    private void check(CommandLine command, Streams streams) {
        if (paths.isEmpty() && streams.inIsTerminal()) {
            throw new ParameterException(command, "no PATH given, and standard input is a terminal");
        }
        if (paths.contains("")) {
            throw new ParameterException(command, "a PATH is empty");
        }
        analysis.check(command);
    }

    private void guardInputs(CommandLine command, List<Output> outputs, Sources sources) {
        Stream<String> inputs = Stream.concat(sources.files().stream(), Stream.ofNullable(analysis.sysctl()));
        Optional<Path> overwritten = Overwriting.ofInput(outputs, inputs);
        if (overwritten.isPresent()) {
            throw new ParameterException(
                    command, overwritten.get() + " is one of the inputs, and the report would overwrite it");
        }
    }
}
