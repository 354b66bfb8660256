package org.sockmortem.cli;

import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong usage: one sentence, a suggestion, and where to read more; exit code 2. */
final class UsageErrors implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("sockmortem: " + Harmless.text(sentence(problem)));
        if (problem instanceof UnmatchedArgumentException unmatched) {
            suggest(unmatched, command, err);
        }
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitStatus.USAGE;
    }

    private static String sentence(ParameterException problem) {
        if (!(problem instanceof UnmatchedArgumentException unmatched)) {
            return String.valueOf(problem.getMessage());
        }
        String word = unmatched.getUnmatched().get(0);
        return "'" + word + "' is no " + (unmatched.isUnknownOption() ? "option" : "command");
    }

    private static void suggest(UnmatchedArgumentException unmatched, CommandLine command, PrintWriter err) {
        List<String> commands = List.copyOf(command.getSubcommands().keySet());
        List<String> similar = unmatched.isUnknownOption()
                ? unmatched.getSuggestions()
                : NearestNames.of(unmatched.getUnmatched().get(0), commands);
        if (!similar.isEmpty()) {
            err.println("Did you mean: " + String.join(", ", similar) + "?");
        } else if (!unmatched.isUnknownOption() && !commands.isEmpty()) {
            err.println("To analyse a log: sockmortem analyze PATH");
        }
    }
}
