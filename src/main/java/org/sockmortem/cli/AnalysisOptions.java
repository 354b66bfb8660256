package org.sockmortem.cli;

import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.postmortem.TimeBound;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** How logs are read and what the report is cut to: the same words for one host and for many. */
final class AnalysisOptions {
    private final OptionSpec since = Options.of("--since", "TIME", TimeBound.class, new TimeWord())
            .description("Report from then on: 2025-10-28T21:58:48 (in --tz, else in the log's own zone),"
                    + " 2025-10-28T20:58:48Z, '1 hour ago' (before the log's end), 63286s (uptime).")
            .build();

    private final OptionSpec until = Options.of("--until", "TIME", TimeBound.class, new TimeWord())
            .description("Report until then.")
            .build();

    private final OptionSpec gap = Options.of("--gap", "DURATION", Duration.class, new Words.DurationWord())
            .defaultValue("60s")
            .description("Longest silence within a burst: 90s, 5m, 1h30m (${DEFAULT-VALUE}).")
            .build();

    private final OptionSpec zone = Options.of("--tz", "ZONE", ZoneId.class, new Words.ZoneWord())
            .description("Zone of stamps without an offset, such as Europe/Berlin.")
            .build();

    private final OptionSpec year = Options.of("--year", "YEAR", Integer.class, new Words.YearWord())
            .description("Year of a log's first stamp where stamps have none.")
            .build();

    private final MachineOptions machine = new MachineOptions();

    private final OptionSpec sysctl = OptionSpec.builder("--sysctl")
            .paramLabel("FILE")
            .type(String.class)
            .description("Output of 'sysctl -a'; stands in for the host's readings.")
            .build();

    private final OptionSpec host = Options.of("--host", "NAME", String.class, new Words.NameWord())
            .description("Names the logs that name no host.")
            .build();

    /** Makes them options of that command. */
    void addTo(CommandSpec spec) {
        spec.addOption(since).addOption(until).addOption(gap).addOption(zone).addOption(year);
        machine.addTo(spec);
        spec.addOption(sysctl).addOption(host);
    }

    /** The captured settings that stand in for the host's, or {@code null}. */
    @Nullable
    String sysctl() {
        return sysctl.getValue();
    }

    /** Tells what is wrong with the options together. */
    void check(CommandLine command) {
        @Nullable TimeBound first = since.getValue();
        @Nullable TimeBound last = until.getValue();
        if (first != null && last != null && TimeWord.isAfter(first, last)) {
            throw new ParameterException(command, "--since is later than --until");
        }
    }

    /** The options of every host. */
    PostMortemOptions postMortem() {
        Duration silence = gap.getValue();
        return new PostMortemOptions(
                silence.toNanos() / 1_000,
                since.getValue(),
                until.getValue(),
                zone.getValue(),
                year.getValue(),
                machine.kernel(),
                sysctl(),
                machine.memory(),
                host.getValue(),
                Version.text());
    }
}
