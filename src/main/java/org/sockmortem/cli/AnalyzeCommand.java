package org.sockmortem.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.postmortem.Report;
import org.sockmortem.postmortem.TimeBound;
import org.sockmortem.source.Source;
import org.sockmortem.source.Sources;
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
        sortOptions = false)
final class AnalyzeCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable SockmortemCommand parent;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files and folders; - is standard input.")
    private List<String> paths = new ArrayList<>();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Words.TimeWord.class,
            description =
                    "Report from then on: 2025-10-28T21:58:48, '1 hour ago' (before the log's end), 63286s (uptime).")
    private @Nullable TimeBound since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Words.TimeWord.class,
            description = "Report until then.")
    private @Nullable TimeBound until;

    @Option(
            names = "--gap",
            paramLabel = "DURATION",
            converter = Words.DurationWord.class,
            defaultValue = "60s",
            description = "Longest silence within a burst (${DEFAULT-VALUE}).")
    private Duration gap = Duration.ofMinutes(1);

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            converter = Words.ZoneWord.class,
            description = "Zone of stamps without an offset, such as Europe/Berlin.")
    private @Nullable ZoneId zone;

    @Option(names = "--year", paramLabel = "YEAR", description = "Year of a log's first stamp where stamps have none.")
    private @Nullable Integer year;

    @Option(
            names = "--kernel",
            paramLabel = "RELEASE",
            converter = Words.KernelWord.class,
            description = "The kernel that wrote the logs, such as 3.10.0-1062.el7.")
    private @Nullable KernelRelease kernel;

    @Option(
            names = "--sysctl",
            paramLabel = "FILE",
            description = "Output of 'sysctl -a'; stands in for the host's readings.")
    private @Nullable String sysctl;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Words.SizeWord.class,
            description = "The host's memory, such as 16GiB.")
    private @Nullable Long memory;

    @Option(names = "--host", paramLabel = "NAME", description = "Names the logs that name no host.")
    private @Nullable String host;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Threads to use at most; the report does not depend on it.")
    private int jobs = 1;

    // taken, so that scripts can say it; there is no progress to hide
    @SuppressWarnings("UnusedVariable")
    @Option(names = "--no-progress", description = "No progress on standard error.")
    private boolean noProgress;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description =
                    "Exit with 1 if a finding of this severity (info, warning, critical) or above is not ruled out.")
    private @Nullable Severity failOn;

    @Override
    public Integer call() throws IOException {
        if (parent == null || spec == null) {
            throw new IllegalStateException("made outside of the command line");
        }
        Streams streams = parent.streams();
        check(spec, streams);
        if (paths.isEmpty()) {
            paths.add(Source.STANDARD_INPUT);
        }
        Sources sources = Sources.under(paths, streams.in());
        if (sources.opened() == 0) {
            sources.skipped().forEach(s -> streams.err().println("sockmortem: " + s.path() + ": " + s.problem()));
            return ExitStatus.USAGE;
        }
        Report report = PostMortem.of(sources, options());
        if (!output.isQuiet()) {
            warn(report, streams);
        }
        output.write(report, streams);
        return exitCode(report);
    }

    private void check(CommandSpec command, Streams streams) {
        if (paths.isEmpty() && streams.inIsTerminal()) {
            throw new ParameterException(command.commandLine(), "no PATH given, and standard input is a terminal");
        }
        if (jobs < 1) {
            throw new ParameterException(command.commandLine(), "--jobs must be at least 1");
        }
        if (year != null && (year < 1 || year > 9999)) {
            throw new ParameterException(command.commandLine(), "--year must be between 1 and 9999");
        }
        output.check(command.commandLine());
    }

    private PostMortemOptions options() {
        return new PostMortemOptions(
                gap.toNanos() / 1_000, since, until, zone, year, kernel, sysctl, memory, host, Version.text());
    }

    private void warn(Report report, Streams streams) {
        if (output.isVerbose()) {
            report.coverage()
                    .inputs()
                    .forEach(i -> streams.err()
                            .println("sockmortem: " + i.path() + ": " + i.kind() + ", " + i.format() + ", " + i.lines()
                                    + " lines, " + i.recognised() + " of " + i.candidates()
                                    + " candidates recognised"));
        }
        report.coverage().inputs().stream()
                .filter(Coverage.Input::damaged)
                .forEach(i -> streams.err().println("sockmortem: " + i.path() + ": " + i.problem()));
    }

    private int exitCode(Report report) {
        Severity least = failOn;
        if (least != null
                && report.hosts().stream().flatMap(h -> h.findings().stream()).anyMatch(f -> meets(f, least))) {
            return ExitStatus.FAIL_ON_MET;
        }
        return report.coverage().inputs().stream().anyMatch(Coverage.Input::damaged)
                ? ExitStatus.PARTIAL
                : ExitStatus.DONE;
    }

    private static boolean meets(Finding finding, Severity least) {
        return finding.verdict() != Verdict.RULED_OUT && finding.severity().compareTo(least) >= 0;
    }
}
