package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.fleet.planted.PlantedFleet;
import org.sockmortem.fleet.planted.Sosreports;
import tools.jackson.databind.ObjectMapper;

/** A batch that is killed at any moment, as often as may be, ends as one that was not. {@code -Dkills=N} for more or less of them. */
class KilledBatchIT {
    private static final int HOSTS = 30;
    private static final int KILLS = Integer.getInteger("kills", 20);
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private Process start(Path out) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        RealProcess.jar().toString(),
                        "batch",
                        folder.resolve("archives").toString(),
                        "--jobs",
                        "2",
                        "-q",
                        "--out",
                        out.toString()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile())
                .start();
    }

    private long finish(Path out) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Process process = start(out);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("said")))
                .isEqualTo(3);
        return (System.nanoTime() - begin) / 1_000_000;
    }

    private static Map<String, String> results(Path out) throws IOException {
        Map<String, String> results = new TreeMap<>();
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = out.relativize(file).toString();
                if (!name.startsWith(".")) {
                    results.put(name, Files.readString(file));
                }
            }
        }
        return results;
    }

    @Test
    void theLastRunGivesWhatAnUninterruptedOneGives() throws IOException, InterruptedException {
        Sosreports.write(new PlantedFleet(HOSTS), folder.resolve("archives"), 14_400);
        Path whole = folder.resolve("whole");
        long millis = finish(whole);
        Path killed = folder.resolve("killed");
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < KILLS; i++) {
            Process process = start(killed);
            Thread.sleep(random.nextInt((int) millis));
            process.destroyForcibly().waitFor();
            for (Map.Entry<String, String> file :
                    (Files.exists(killed) ? results(killed) : Map.<String, String>of()).entrySet()) {
                if (file.getKey().endsWith(".json")) {
                    assertThat(new ObjectMapper().readTree(file.getValue()).isObject())
                            .as(file.getKey())
                            .isTrue();
                }
            }
        }
        finish(killed);
        assertThat(results(killed)).as("seed %d", seed).isEqualTo(results(whole));
    }
}
