package org.sockmortem.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command without a subcommand: shows how to begin. */
@Command(
        name = "sockmortem",
        description = "Post-mortems of Linux socket exhaustion from the logs that are left.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {AnalyzeCommand.class, CommandLine.HelpCommand.class},
        footer = {
            "",
            "To begin, on the host itself:    dmesg | sockmortem analyze",
            "With what somebody sent you:     sockmortem analyze messages dmesg.txt",
            "With the limits captured beside: sockmortem analyze --sysctl sysctl_-a messages",
            "",
            "Exit codes: 0 done, whatever was found; 1 --fail-on met; 2 wrong usage, or no path could be opened;",
            "3 done, but some input was missing or damaged; 70 a bug in sockmortem."
        })
final class SockmortemCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    private final Streams streams;

    SockmortemCommand(Streams streams) {
        this.streams = streams;
    }

    Streams streams() {
        return streams;
    }

    @Override
    public Integer call() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getErr());
        }
        return ExitStatus.USAGE;
    }
}
