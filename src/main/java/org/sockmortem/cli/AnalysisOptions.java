package org.sockmortem.cli;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.postmortem.TimeBound;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How logs are read and what the report is cut to: the same words for one host and for many. */
final class AnalysisOptions {
    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = TimeWord.class,
            description = "Report from then on: 2025-10-28T21:58:48 (in --tz, else in the log's own zone),"
                    + " 2025-10-28T20:58:48Z, '1 hour ago' (before the log's end), 63286s (uptime).")
    private @Nullable TimeBound since;

    @Option(names = "--until", paramLabel = "TIME", converter = TimeWord.class, description = "Report until then.")
    private @Nullable TimeBound until;

    @Option(
            names = "--gap",
            paramLabel = "DURATION",
            converter = Words.DurationWord.class,
            defaultValue = "60s",
            description = "Longest silence within a burst: 90s, 5m, 1h30m (${DEFAULT-VALUE}).")
    private Duration gap = Duration.ofMinutes(1);

    @Option(
            names = "--tz",
            paramLabel = "ZONE",
            converter = Words.ZoneWord.class,
            description = "Zone of stamps without an offset, such as Europe/Berlin.")
    private @Nullable ZoneId zone;

    @Option(
            names = "--year",
            paramLabel = "YEAR",
            converter = Words.YearWord.class,
            description = "Year of a log's first stamp where stamps have none.")
    private @Nullable Integer year;

    @Mixin
    private MachineOptions machine = new MachineOptions();

    @Option(
            names = "--sysctl",
            paramLabel = "FILE",
            description = "Output of 'sysctl -a'; stands in for the host's readings.")
    private @Nullable String sysctl;

    @Option(
            names = "--host",
            paramLabel = "NAME",
            converter = Words.NameWord.class,
            description = "Names the logs that name no host.")
    private @Nullable String host;

    /** The captured settings that stand in for the host's, or {@code null}. */
    @Nullable
    String sysctl() {
        return sysctl;
    }

    /** Tells what is wrong with the options together. */
    void check(CommandLine command) {
        if (since != null && until != null && TimeWord.isAfter(since, until)) {
            throw new ParameterException(command, "--since is later than --until");
        }
    }

    /** The options of every host. */
    PostMortemOptions postMortem() {
        return new PostMortemOptions(
                gap.toNanos() / 1_000,
                since,
                until,
                zone,
                year,
                machine.kernel(),
                sysctl,
                machine.memory(),
                host,
                Version.text());
    }
}
