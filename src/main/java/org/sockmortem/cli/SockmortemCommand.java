package org.sockmortem.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The command without a subcommand: shows how to begin. */
final class SockmortemCommand implements Callable<Integer> {
    /** The subcommands in the order in which they are told. */
    private static final List<String> SUBCOMMANDS = List.of("analyze", "batch", "audit", "explain", "help");

    private final CommandSpec spec =
            CommandSpec.wrapWithoutInspection(this, WhenAsked.INSTANCE).name("sockmortem");

    private SockmortemCommand() {
        spec.usageMessage()
                .description("Post-mortems of Linux socket exhaustion from the logs that are left.")
                .footerHeading("%n")
                .footer(
                        "On the host itself:              dmesg | sockmortem analyze",
                        "With what somebody sent you:     sockmortem analyze messages dmesg.txt",
                        "With the limits captured beside: sockmortem analyze --sysctl sysctl_-a messages",
                        "All options and the exit codes:  sockmortem analyze --help");
        Options.addStandardOptions(spec);
    }

    /** The command of that name, described when it is asked for. */
    private static CommandLine subcommand(String name, Streams streams) {
        CommandSpec spec = switch (name) {
            case "analyze" -> AnalyzeCommand.of(streams);
            case "batch" -> BatchCommand.of(streams);
            case "audit" -> AuditCommand.of(streams);
            case "explain" -> ExplainCommand.of(streams);
            default -> CommandSpec.forAnnotatedObject(new CommandLine.HelpCommand(), WhenAsked.INSTANCE);
        };
        if (!"help".equals(name)) {
            Options.addStandardOptions(spec);
        }
        return new CommandLine(spec, WhenAsked.INSTANCE);
    }

    /** The command line for these words. What describes a subcommand takes time to make, so one that is named first comes alone. */
    static CommandLine lineFor(Streams streams, String... words) {
        CommandLine line = new CommandLine(new SockmortemCommand().spec, WhenAsked.INSTANCE);
        String first = words.length == 0 ? "" : words[0];
        boolean alone = SUBCOMMANDS.contains(first) && !"help".equals(first);
        for (String name : alone ? List.of(first) : SUBCOMMANDS) {
            line.addSubcommand(name, subcommand(name, streams));
        }
        return line;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitStatus.USAGE;
    }
}
