package org.sockmortem.forms;

import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the machine that the tests run on. What is missing skips a test, and says so. */
final class Tool {
    private static final List<String> FOLDERS =
            List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin", "/usr/lib/systemd", "/lib/systemd");

    private Tool() {}

    /** The program's path; without it, the test is skipped. */
    static String path(String name) {
        return FOLDERS.stream()
                .map(f -> Path.of(f, name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElseGet(() -> abort(name + " is not installed here"));
    }

    /** Runs to the end and keeps what is printed; a failure skips the test. */
    static byte[] run(Path folder, Map<String, String> surroundings, List<String> command) throws Exception {
        return run(folder, surroundings, command, Path.of("/dev/null"));
    }

    /** The same with this input. */
    static byte[] run(Path folder, Map<String, String> surroundings, List<String> command, Path input)
            throws Exception {
        Path out = folder.resolve("out");
        Path problems = folder.resolve("problems");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(input.toFile())
                .redirectOutput(out.toFile())
                .redirectError(problems.toFile());
        builder.environment().keySet().removeIf(k -> k.startsWith("LC_") || k.startsWith("LANG"));
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(surroundings);
        Process process = builder.start();
        boolean ended = process.waitFor(30, TimeUnit.SECONDS);
        process.destroyForcibly();
        assumeTrue(ended, () -> command + " did not end");
        assumeTrue(process.exitValue() == 0, () -> command + " failed: " + text(problems));
        return Files.readAllBytes(out);
    }

    private static String text(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(1).findFirst().orElse("");
        } catch (IOException e) {
            return e.toString();
        }
    }
}
