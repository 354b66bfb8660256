package org.sockmortem.cli;

import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Severity;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** How a run behaves, and with what it ends: the same words for one host and for many. */
final class RunOptions {
    private final OptionSpec jobs = Options.of("--jobs", "N", Integer.class, new Words.CountWord())
            .initialValue(Runtime.getRuntime().availableProcessors())
            .description("Threads to use at most (one a processor); no result depends on it.")
            .build();

    private final OptionSpec failOn = Options.of("--fail-on", "SEVERITY", Severity.class, new Words.SeverityWord())
            .description(
                    "Exit with 1 if a finding of this severity (info, warning, critical) or above is not ruled out.")
            .build();

    private final OptionSpec colour = Options.of("--color", "WHEN", Colour.class, new Words.ColourWord())
            .defaultValue("auto")
            .description("auto, always or never (${DEFAULT-VALUE}).")
            .build();

    private final OptionSpec noProgress = Options.flag("No progress on standard error.", "--no-progress");

    private final OptionSpec quiet = Options.flag(
            "No progress and no warnings on standard error; batch prints nothing at all.", "-q", "--quiet");

    /** Makes them options of that command. */
    void addTo(CommandSpec spec) {
        spec.addOption(jobs)
                .addOption(failOn)
                .addOption(colour)
                .addOption(noProgress)
                .addOption(quiet);
    }

    /** Threads at most, 1 or more. */
    int jobs() {
        return jobs.getValue();
    }

    /** The least severity that fails, or {@code null} where none does. */
    @Nullable
    Severity failOn() {
        return failOn.getValue();
    }

    Colour colour() {
        return colour.getValue();
    }

    boolean isQuiet() {
        return quiet.getValue();
    }

    /** Whether nobody wants to see how far it is. */
    boolean isSilent() {
        return isQuiet() || noProgress.<Boolean>getValue();
    }
}
