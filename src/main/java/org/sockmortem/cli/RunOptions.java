package org.sockmortem.cli;

import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Severity;
import picocli.CommandLine.Option;

/** How a run behaves, and with what it ends: the same words for one host and for many. */
final class RunOptions {
    @Option(
            names = "--jobs",
            paramLabel = "N",
            converter = Words.CountWord.class,
            description = "Threads to use at most (one a processor); no result depends on it.")
    private int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            converter = Words.SeverityWord.class,
            description =
                    "Exit with 1 if a finding of this severity (info, warning, critical) or above is not ruled out.")
    private @Nullable Severity failOn;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            defaultValue = "auto",
            converter = Words.ColourWord.class,
            description = "auto, always or never (${DEFAULT-VALUE}).")
    private Colour colour = Colour.AUTO;

    @Option(names = "--no-progress", description = "No progress on standard error.")
    private boolean noProgress;

    @Option(
            names = {"-q", "--quiet"},
            description = "No progress and no warnings on standard error; batch prints nothing at all.")
    private boolean quiet;

    /** Threads at most, 1 or more. */
    int jobs() {
        return jobs;
    }

    /** The least severity that fails, or {@code null} where none does. */
    @Nullable
    Severity failOn() {
        return failOn;
    }

    Colour colour() {
        return colour;
    }

    boolean isQuiet() {
        return quiet;
    }

    /** Whether nobody wants to see how far it is. */
    boolean isSilent() {
        return quiet || noProgress;
    }
}
