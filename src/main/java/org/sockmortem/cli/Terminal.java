package org.sockmortem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which of the process's streams are a terminal. {@code System.console()} tells only whether both are, and from JDK 22 on not even
 * that; Linux tells by where the links in {@code /proc/self/fd} lead. Elsewhere no stream counts as one.
 *
 * @param inputIsTerminal standard input
 * @param outputIsTerminal standard output
 * @param errorIsTerminal standard error
 */
record Terminal(boolean inputIsTerminal, boolean outputIsTerminal, boolean errorIsTerminal) {
    /** This process's. */
    static Terminal ofProcess() {
        return new Terminal(isTerminal(0), isTerminal(1), isTerminal(2));
    }

    private static boolean isTerminal(int descriptor) {
        try {
            Path link = Path.of("/proc/self/fd/" + descriptor);
            if (!Files.isSymbolicLink(link)) {
                return false;
            }
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
