package org.sockmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sockmortem.cli.Main;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/** What the build has made of lambdas and records. */
class PlainCodeTest {
    @Test
    void nothingIsPutTogetherAtRunTime() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(classes)) {
            List<Path> compiled =
                    files.filter(f -> f.toString().endsWith(".class")).toList();

            assertThat(compiled)
                    .hasSizeGreaterThan(1_000)
                    .noneMatch(PlainCodeTest::isLinkedAtRunTime)
                    .anyMatch(f -> f.toString().contains("$Lambda"));
        }
    }

    private static boolean isLinkedAtRunTime(Path file) {
        try {
            // an attribute that no class without invokedynamic has (JVMS 4.7.23)
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains("BootstrapMethods");
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    @Test
    void recordsAnswerAsRecordsDo() {
        WallStamp wall = new WallStamp(2025, 11, 3, 7, 0, 1_000_000, null);
        Stamp stamp = new Stamp(wall, 5_000_000_000L, null);

        assertThat(stamp)
                .isEqualTo(new Stamp(new WallStamp(2025, 11, 3, 7, 0, 1_000_000, null), 5_000_000_000L, null))
                .isNotEqualTo(new Stamp(wall, 5_000_000_001L, null))
                .isNotEqualTo(new Stamp(null, 5_000_000_000L, null))
                .isNotEqualTo(new Stamp(wall, 5_000_000_000L, "T1"))
                .isNotEqualTo(null)
                .isNotEqualTo("Stamp");
        assertThat(stamp.hashCode()).isEqualTo((wall.hashCode() * 31 + Long.hashCode(5_000_000_000L)) * 31);
        assertThat(stamp).hasToString("Stamp[wall=" + wall + ", uptimeMicros=5000000000, caller=null]");
        assertThat(wall.toString()).startsWith("WallStamp[year=2025, month=11, day=3, secondOfDay=7, micros=0, ");
    }
}
