package org.sockmortem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.sockmortem.fleet.Batch;
import org.sockmortem.fleet.BatchOptions;
import org.sockmortem.fleet.Hosts;
import org.sockmortem.fleet.InUse;
import org.sockmortem.fleet.PathList;
import org.sockmortem.fleet.story.FleetReport;
import org.sockmortem.fleet.story.FleetStory;
import org.sockmortem.report.FleetFormat;
import org.sockmortem.report.Format;
import org.sockmortem.report.ReportOptions;
import org.sockmortem.report.csv.FleetCsv;
import org.sockmortem.report.json.FleetJson;
import org.sockmortem.report.json.HostLines;
import org.sockmortem.source.Source;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** {@code sockmortem batch}: many hosts, a report each, and what they tell together. */
final class BatchCommand implements Callable<Integer> {
    private static final int MOST_NOTICES = 20;

    private final Invoked invoked;

    private final OptionSpec out = OptionSpec.builder("--out")
            .paramLabel("DIR")
            .type(String.class)
            .required(true)
            .description("The folder that everything goes to.")
            .build();

    private final OptionSpec formats = OptionSpec.builder("--format")
            .paramLabel("FORMAT")
            .type(List.class)
            .auxiliaryTypes(Format.class)
            .converters(new Output.FormatWord())
            .completionCandidates(Output.names())
            .initialValue(List.of())
            .description("A further format of each host's report beside json: ${COMPLETION-CANDIDATES}; repeatable.")
            .build();

    private final AnalysisOptions analysis = new AnalysisOptions();
    private final LimitOptions limits = new LimitOptions();

    private final OptionSpec timeLimit = Options.of(
                    "--time-limit", "DURATION", Duration.class, new Words.DurationWord())
            .defaultValue("30m")
            .description("What one host may take; one that takes longer has failed (${DEFAULT-VALUE}).")
            .build();

    private final OptionSpec force = Options.flag("Do again what is done, too.", "--force");
    private final RunOptions run = new RunOptions();

    private BatchCommand(Streams streams) {
        invoked = Invoked.of(
                streams,
                "batch",
                this,
                "PATH",
                "Folders, archives and logs of hosts; @FILE is a list of them, - such a list on standard input.");
        CommandSpec spec = invoked.spec();
        invoked.describe(
                        "Analyses many hosts, each by itself, and sums up what they tell together. Goes on where an earlier run"
                                + " was ended, and does again only what has changed.",
                        "0:done, whatever was found",
                        "1:--fail-on met",
                        "2:wrong usage, no PATH could be opened, nothing could be written, or another batch has DIR",
                        "3:done, but some host failed, or some input was missing, unreadable or damaged",
                        "70:a bug in sockmortem")
                .footerHeading("%n")
                .footer(
                        "In DIR: hosts/HOST.json, hosts.ndjson (a line a host), fleet.txt, .md, .html, .json, .csv",
                        "A folder of sosreports:  sockmortem batch sosreports/ --out incident",
                        "A list of archives:      find /mirror -name '*.tar.xz' -print0 | sockmortem batch - --out incident");
        spec.addOption(out).addOption(formats);
        analysis.addTo(spec);
        limits.addTo(spec);
        spec.addOption(timeLimit).addOption(force);
        run.addTo(spec);
    }

    /** The command and what it understands. */
    static CommandSpec of(Streams streams) {
        return new BatchCommand(streams).invoked.spec();
    }

    @Override
    public Integer call() throws IOException {
        Streams streams = invoked.streams();
        CommandLine command = invoked.command();
        check(command);
        Path folder = folder(command);
        List<String> paths = invoked.said();
        PathList list = PathList.of(paths.isEmpty() ? List.of(Source.STANDARD_INPUT) : paths, streams.in());
        Notices notices = new Notices(streams.err());
        if (list.paths().isEmpty()) {
            notices.skipped(list.skipped());
            if (list.skipped().isEmpty()) {
                streams.err().println("sockmortem: The list of paths is empty.");
            }
            return ExitStatus.USAGE;
        }
        Set<Format> wanted = new TreeSet<>(formats.<List<Format>>getValue());
        wanted.add(Format.JSON);
        BatchOptions options = new BatchOptions(
                folder,
                run.jobs(),
                timeLimit.getValue(),
                force.getValue(),
                Version.text(),
                limits.limits(),
                analysis.postMortem());
        try (BatchProgress progress = BatchProgress.on(streams, run.isSilent());
                Batch batch = Batch.open(options, new HostFiles(wanted), progress)) {
            Batch.Result result = batch.run(list);
            if (result.opened() == 0) {
                notices.skipped(result.skipped());
                return ExitStatus.USAGE;
            }
            FleetReport fleet = FleetStory.of(result, Version.text());
            write(batch, fleet, wanted.contains(Format.HTML) ? Format.HTML : Format.JSON);
            tell(fleet, notices, streams);
            return exit(result, progress.sawBug());
        } catch (InUse e) {
            streams.err().println("sockmortem: " + Harmless.text(e.getMessage()));
            return ExitStatus.USAGE;
        } catch (UnwrittenReport e) {
            throw e;
        } catch (IOException e) {
            throw new UnwrittenReport(folder.toString(), e);
        }
    }

    private void check(CommandLine command) {
        invoked.checkPaths();
        if (timeLimit.<Duration>getValue().isZero()) {
            throw new ParameterException(command, "--time-limit must be longer than nothing");
        }
        analysis.check(command);
    }

    private Path folder(CommandLine command) {
        String name = out.getValue();
        try {
            Path folder = Path.of(name);
            if (name.isBlank()) {
                throw new ParameterException(command, "--out is empty");
            }
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw new ParameterException(command, folder + " is a file, and --out needs a folder");
            }
            return folder;
        } catch (InvalidPathException e) {
            throw new ParameterException(command, "'" + name + "' is no name of a folder");
        }
    }

    private static void write(Batch batch, FleetReport fleet, Format linked) throws IOException {
        // the hosts are read once for all that programs read
        batch.write(
                "hosts.ndjson",
                lines -> batch.write(
                        "fleet.csv",
                        rows -> batch.write("fleet.json", json -> {
                            Hosts hosts =
                                    fleet.hosts().showing(HostLines.to(lines)).showing(FleetCsv.to(fleet, rows));
                            FleetJson.write(fleet, hosts, json);
                        })));
        for (FleetFormat format : FleetFormat.values()) {
            batch.write("fleet." + format.extension(), w -> format.write(fleet, linked.extension(), w));
        }
    }

    private void tell(FleetReport fleet, Notices notices, Streams streams) throws UnwrittenReport {
        if (run.isQuiet()) {
            return;
        }
        notices.skipped(fleet.skipped());
        for (FleetReport.Harmed harmed :
                fleet.harmed().stream().limit(MOST_NOTICES).toList()) {
            streams.err().println("sockmortem: " + Harmless.text(harmed.problem()));
        }
        int more = fleet.harmed().size() - MOST_NOTICES;
        if (more > 0) {
            streams.err().println("sockmortem: " + more + " more are named in fleet.txt.");
        }
        ReportOptions options = new ReportOptions(run.colour().on(streams), ProsePrinter.width(streams), true);
        ProsePrinter.print(streams, w -> FleetFormat.brief(fleet, options, w));
    }

    private int exit(Batch.Result result, boolean bug) {
        return bug ? ExitStatus.BUG : ExitStatus.of(result.worst(), result.harmed(), run.failOn());
    }
}
