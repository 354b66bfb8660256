package org.sockmortem.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
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

    /** The subcommands by their names, in the order in which they are told, each made when it is asked for. */
    private static Map<String, Supplier<Object>> subcommands() {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("analyze", AnalyzeCommand::new);
        all.put("batch", BatchCommand::new);
        all.put("audit", AuditCommand::new);
        all.put("explain", ExplainCommand::new);
        all.put("help", CommandLine.HelpCommand::new);
        return all;
    }

    /** The command line for these words. What describes a subcommand takes time to read, so one that is named first comes alone. */
    static CommandLine lineFor(Streams streams, String... words) {
        CommandLine line = new CommandLine(new SockmortemCommand(streams));
        Map<String, Supplier<Object>> all = subcommands();
        String first = words.length == 0 ? "" : words[0];
        if (all.containsKey(first) && !"help".equals(first)) {
            all.keySet().retainAll(List.of(first));
        }
        all.forEach((name, made) -> line.addSubcommand(name, made.get()));
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
