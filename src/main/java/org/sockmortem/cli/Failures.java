package org.sockmortem.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command throws: an output that cannot be written is told, all else is a bug. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult result) {
        if (problem instanceof UnwrittenReport) {
            command.getErr().println("sockmortem: " + Harmless.text(problem.getMessage()));
            return ExitStatus.USAGE;
        }
        return bug(problem, command.getErr());
    }

    /** Says that this is a bug, with what a report of it needs. */
    static int bug(Throwable problem, PrintWriter err) {
        err.println("sockmortem: This is a bug in sockmortem; please report it with the lines that follow.");
        problem.printStackTrace(err);
        err.flush();
        return ExitStatus.BUG;
    }
}
