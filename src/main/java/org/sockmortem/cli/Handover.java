package org.sockmortem.cli;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code java -jar} starts. A jar cannot say how the virtual machine should run it: by which collector, from which archive of
 * classes, how much of it compiled. The launcher beside the jar says it, and saves half of the time of a short run and most of the memory
 * of a long one. So the launcher does the work, in a process of its own, wherever nobody has asked for options of the virtual machine;
 * elsewhere, and where there is no launcher, the program runs in this process.
 *
 * <p>A batch always does. It holds its folder until it ends, so it has to end when its process is killed.
 */
public final class Handover {
    /** What the virtual machine takes options from, beside its command line (java(1)). */
    private static final List<String> OPTIONS = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** What the virtual machine puts in place of bytes that the locale's encoding does not know. */
    private static final char NO_TEXT = '\uFFFD';

    private Handover() {}

    /** Runs a command and ends the process with its exit code. */
    public static void main(String... args) {
        Process process = isPlain(args) ? launched(args) : null;
        if (process == null) {
            Main.main(args);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "sockmortem-end"));
        System.exit(exitCode(process));
    }

    /** Whether the command is one to hand over, and the virtual machine was called as {@code java -jar FILE} and no more. */
    private static boolean isPlain(String... args) {
        if (args.length == 0 || args[0].equals("batch")) {
            return false;
        }
        for (String variable : OPTIONS) {
            if (System.getenv(variable) != null) {
                return false;
            }
        }
        for (String word : args) {
            // a name that is no text in this locale would reach the launcher as another one
            if (word.indexOf(NO_TEXT) >= 0) {
                return false;
            }
        }
        // proc(5): the words of the command line, each ended by a byte of zero
        try (InputStream words = new FileInputStream("/proc/self/cmdline")) {
            String line = new String(words.readAllBytes(), StandardCharsets.ISO_8859_1);
            return line.startsWith("-jar\0", line.indexOf('\0') + 1);
        } catch (IOException e) {
            // not a Linux: nothing tells how this process was called
            return false;
        }
    }

    private static @Nullable Process launched(String... args) {
        File jar = new File(System.getProperty("java.class.path")).getAbsoluteFile();
        File launcher = new File(jar.getParentFile(), "sockmortem");
        if (!launcher.isFile() || !launcher.canExecute()) {
            return null;
        }
        List<String> command = new ArrayList<>(List.of(launcher.getPath()));
        command.addAll(List.of(args));
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            return builder.start();
        } catch (IOException e) {
            return null;
        }
    }

    private static int exitCode(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                // nobody interrupts the main thread for good: the report is what it is there for
            }
        }
    }
}
