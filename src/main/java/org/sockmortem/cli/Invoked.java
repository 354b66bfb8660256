package org.sockmortem.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;

/**
 * A command as it was called: its streams, its words, and the line that wrong usage is told of.
 *
 * @param streams the world outside
 * @param spec what describes the command
 * @param words the files, folders or names that it was called with
 */
record Invoked(Streams streams, CommandSpec spec, PositionalParamSpec words) {
    /**
     * Begins the description of a command that takes any number of words.
     *
     * @param what a word is called in the command's help
     */
    static Invoked of(Streams streams, String name, Object command, String what, String description) {
        CommandSpec spec =
                CommandSpec.wrapWithoutInspection(command, WhenAsked.INSTANCE).name(name);
        spec.usageMessage().sortOptions(false);
        PositionalParamSpec words = PositionalParamSpec.builder()
                .paramLabel(what)
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .initialValue(List.of())
                .description(description)
                .build();
        spec.addPositional(words);
        return new Invoked(streams, spec, words);
    }

    /** Says what the command does, and with which codes it ends: {@code "0:done"}. */
    UsageMessageSpec describe(String description, String... exitCodes) {
        return spec.usageMessage()
                .description(description)
                .exitCodeListHeading("Exit codes:%n")
                .exitCodeList(UsageMessageSpec.keyValuesMap(exitCodes));
    }

    /** The command as it was called. */
    CommandLine command() {
        return spec.commandLine();
    }

    /** The words, in their order. */
    List<String> said() {
        return words.getValue();
    }

    /** That there is something to read: paths, or standard input that nobody types at. */
    void checkPaths() {
        String what = words.paramLabel();
        if (said().isEmpty() && streams.inIsTerminal()) {
            throw new ParameterException(command(), "no " + what + " given, and standard input is a terminal");
        }
        if (said().contains("")) {
            throw new ParameterException(command(), "a " + what + " is empty");
        }
    }
}
