package org.sockmortem.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a command was called: its streams, and the line that wrong usage is told of. */
@Command
final class Invoked {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec spec;

    private CommandSpec spec() {
        if (spec == null) {
            throw new IllegalStateException("made outside of the command line");
        }
        return spec;
    }

    /** The world outside. */
    Streams streams() {
        if (spec().root().userObject() instanceof SockmortemCommand root) {
            return root.streams();
        }
        throw new IllegalStateException("made outside of the command line");
    }

    /** The command as it was called. */
    CommandLine command() {
        return spec().commandLine();
    }

    /**
     * That there is something to read: paths, or standard input that nobody types at.
     *
     * @param what a path is called in the command's help
     */
    void checkPaths(List<String> paths, String what) {
        if (paths.isEmpty() && streams().inIsTerminal()) {
            throw new ParameterException(command(), "no " + what + " given, and standard input is a terminal");
        }
        if (paths.contains("")) {
            throw new ParameterException(command(), "a " + what + " is empty");
        }
    }
}
