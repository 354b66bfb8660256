package org.sockmortem.cli;

import java.util.List;
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
        addMethodSubcommands = false,
        versionProvider = Version.class,
        footerHeading = "%n",
        footer = {
            "On the host itself:              dmesg | sockmortem analyze",
            "With what somebody sent you:     sockmortem analyze messages dmesg.txt",
            "With the limits captured beside: sockmortem analyze --sysctl sysctl_-a messages",
            "All options and the exit codes:  sockmortem analyze --help"
        })
final class SockmortemCommand implements Callable<Integer> {
    /** The subcommands in the order in which they are told. */
    private static final List<String> SUBCOMMANDS = List.of("analyze", "batch", "audit", "explain", "help");

    @Spec
    private @Nullable CommandSpec spec;

    private final Streams streams;

    SockmortemCommand(Streams streams) {
        this.streams = streams;
    }

    /** The command of that name, made when it is asked for. */
    private static Object subcommand(String name) {
        return switch (name) {
            case "analyze" -> new AnalyzeCommand();
            case "batch" -> new BatchCommand();
            case "audit" -> new AuditCommand();
            case "explain" -> new ExplainCommand();
            default -> new CommandLine.HelpCommand();
        };
    }

    /** The command line for these words. What describes a subcommand takes time to read, so one that is named first comes alone. */
    static CommandLine lineFor(Streams streams, String... words) {
        CommandLine line = new CommandLine(new SockmortemCommand(streams));
        String first = words.length == 0 ? "" : words[0];
        boolean alone = SUBCOMMANDS.contains(first) && !"help".equals(first);
        for (String name : alone ? List.of(first) : SUBCOMMANDS) {
            line.addSubcommand(name, subcommand(name));
        }
        return line;
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
