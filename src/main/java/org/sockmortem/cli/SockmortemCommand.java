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
        subcommands = {
            AnalyzeCommand.class,
            BatchCommand.class,
            AuditCommand.class,
            ExplainCommand.class,
            CommandLine.HelpCommand.class
        },
        footerHeading = "%n",
        footer = {
            "On the host itself:              dmesg | sockmortem analyze",
            "With what somebody sent you:     sockmortem analyze messages dmesg.txt",
            "With the limits captured beside: sockmortem analyze --sysctl sysctl_-a messages",
            "All options and the exit codes:  sockmortem analyze --help"
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
