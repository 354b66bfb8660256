package org.sockmortem.cli;

import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a command throws: a closed pipe ends quietly, an output that cannot be written is told, all else is a bug. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult result) {
        if (problem instanceof ClosedPipe) {
            return ExitStatus.DONE;
        }
        if (problem instanceof IOException) {
            command.getErr().println("sockmortem: the report could not be written: " + problem.getMessage());
            return ExitStatus.USAGE;
        }
        command.getErr()
                .println("sockmortem: this is a bug in sockmortem, please report it with the lines that follow.");
        problem.printStackTrace(command.getErr());
        return ExitStatus.BUG;
    }

    /** The reader of standard output has gone away. */
    static final class ClosedPipe extends IOException {
        private static final long serialVersionUID = 1L;

        ClosedPipe(IOException cause) {
            super(cause);
        }
    }
}
