package org.sockmortem.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** The command line's entry. Nothing else here ends the process or touches its streams, but {@link Handover}, which may stand before it. */
public final class Main {
    private Main() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String... args) {
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Terminal terminal = Terminal.ofProcess();
        Streams streams = new Streams(
                System.in,
                StandardOutput.ofProcess(),
                err,
                terminal.inputIsTerminal(),
                terminal.outputIsTerminal(),
                terminal.errorIsTerminal(),
                System.getenv());
        System.exit(run(streams, args));
    }

    /** Runs a command on these streams; gives its exit code. */
    static int run(Streams streams, String... args) {
        // each option has a converter of its own, and to look for the JDK's starts half of java.time
        System.setProperty("picocli.converters.excludes", "java.*");
        try {
            CommandLine line = SockmortemCommand.lineFor(streams, args);
            line.setOut(Writers.utf8(streams.out()));
            line.setErr(Writers.utf8(streams.err()));
            // as in other tools: of an option said twice, the last counts
            line.setOverwrittenOptionsAllowed(true);
            // a file that a pattern of the shell finds may be called @something; it is a path, never a list of options
            line.setExpandAtFiles(false);
            line.setParameterExceptionHandler(new UsageErrors());
            line.setExecutionExceptionHandler(new Failures());
            return line.execute(args);
        } catch (Error bug) {
            // picocli hands on exceptions only; without this the process would end with the code of --fail-on
            return Failures.bug(bug, Writers.utf8(streams.err()));
        }
    }
}
