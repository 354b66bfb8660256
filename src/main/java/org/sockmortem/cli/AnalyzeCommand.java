package org.sockmortem.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.Report;
import org.sockmortem.source.ReadProgress;
import org.sockmortem.source.Source;
import org.sockmortem.source.Sources;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code sockmortem analyze}: the main job. */
final class AnalyzeCommand implements Callable<Integer> {
    private final Invoked invoked;
    private final OutputOptions output = new OutputOptions();
    private final AnalysisOptions analysis = new AnalysisOptions();
    private final LimitOptions limits = new LimitOptions();
    private final RunOptions run = new RunOptions();
    private final OptionSpec verbose = Options.flag("What was read, on standard error.", "-v", "--verbose");

    private AnalyzeCommand(Streams streams) {
        invoked = Invoked.of(streams, "analyze", this, "PATH", "Files, folders and archives; - is standard input.");
        CommandSpec spec = invoked.spec();
        invoked.describe(
                "Reads every log under the paths and writes one report.",
                "0:done, whatever was found",
                "1:--fail-on met",
                "2:wrong usage, no PATH could be opened, or no report written",
                "3:done, but some input was missing, unreadable or damaged",
                "70:a bug in sockmortem");
        output.addTo(spec);
        analysis.addTo(spec);
        limits.addTo(spec);
        run.addTo(spec);
        spec.addOption(verbose);
    }

    /** The command and what it understands. */
    static CommandSpec of(Streams streams) {
        return new AnalyzeCommand(streams).invoked.spec();
    }

    @Override
    public Integer call() throws IOException {
        Streams streams = invoked.streams();
        CommandLine command = invoked.command();
        invoked.checkPaths();
        List<String> paths = invoked.said();
        analysis.check(command);
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
        if (verbose.<Boolean>getValue() && !run.isQuiet()) {
            notices.inputs(report.coverage());
        }
        if (!run.isQuiet()) {
            notices.damaged(report.coverage());
        }
        output.write(report, outputs, run.colour(), streams);
        return ExitStatus.of(report, run.failOn());
    }

    private Report read(Sources sources, Streams streams) {
        if (run.isSilent() || !streams.errIsTerminal()) {
            return PostMortem.of(sources, analysis.postMortem(), ReadProgress.NONE, run.jobs());
        }
        try (ReadingBar bar = new ReadingBar(streams.err())) {
            return PostMortem.of(sources, analysis.postMortem(), bar, run.jobs());
        }
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
