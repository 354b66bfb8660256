package org.sockmortem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Commands as a user types them into a shell, with the packaged {@code sockmortem} on the path. Standard input is empty. */
public final class RealProcess {
    private static final long PATIENCE_SECONDS = 60;

    private RealProcess() {}

    /** What came of a command. */
    public record Result(int exit, String out, String err) {}

    /** Runs a line in the project's folder. */
    public static Result shell(String line) throws IOException, InterruptedException {
        return shell(line, Map.of());
    }

    /** Runs a line in the project's folder with these variables. */
    public static Result shell(String line, Map<String, String> variables) throws IOException, InterruptedException {
        Path out = Files.createTempFile("sockmortem", ".out");
        Path err = Files.createTempFile("sockmortem", ".err");
        try {
            ProcessBuilder builder = new ProcessBuilder("sh", "-c", line)
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            Map<String, String> environment = builder.environment();
            environment.merge("PATH", launcher().resolveSibling("").toString(), (old, own) -> own + ":" + old);
            environment.remove("NO_COLOR");
            environment.remove("COLUMNS");
            environment.putAll(variables);
            Process process = builder.start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + PATIENCE_SECONDS + " s: " + line);
            }
            return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** The packaged jar. */
    public static Path jar() {
        return property("sockmortem.jar");
    }

    /** The launcher beside it. */
    public static Path launcher() {
        return property("sockmortem.launcher");
    }

    private static Path property(String name) {
        return Path.of(Objects.requireNonNull(System.getProperty(name), name));
    }
}
