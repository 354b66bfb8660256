package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void fillsInPlainDigits() {
        assertThat(Sentences.of("pages", 372270, "1.42 GiB")).isEqualTo("372270 pages (1.42 GiB)");
    }

    @Test
    void anUnknownKeyIsABug() {
        assertThatThrownBy(() -> Sentences.of("no.such")).hasMessageContaining("no.such");
    }

    @Test
    void everySentenceIsSaidSomewhere() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files =
                Files.walk(Path.of("src/main/java/org/sockmortem/diagnosis").toRealPath())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                code.append(Files.readString(file));
            }
        }
        Properties sentences = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Sentences.class.getResourceAsStream("sentences.properties")),
                StandardCharsets.UTF_8)) {
            sentences.load(in);
        }
        assertThat(sentences.stringPropertyNames())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(code).contains('"' + key + '"'))
                .allSatisfy(key -> assertThat(sentences.getProperty(key)).doesNotContain("  "));
    }
}
