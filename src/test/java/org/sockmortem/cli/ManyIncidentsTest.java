package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A host that was in trouble all year: people are told the foremost incidents, programs get all. */
@Timeout(60)
class ManyIncidentsTest {
    private static final int INCIDENTS = 3_000;
    private static final int LARGEST = 1_234;
    private static final int READABLE = 400_000;
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'+00:00'", Locale.ROOT);

    private static String log() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < INCIDENTS; i++) {
            String head = LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(3L * i).format(STAMP) + " web01 kernel: ";
            lines.append((head + "TCP: too many orphaned sockets\n").repeat(i == LARGEST ? 4 : 1));
            lines.append(head)
                    .append("Out of memory: Kill process ")
                    .append(2_000 + i)
                    .append(" (java) score 5 or sacrifice child\n");
        }
        return lines.toString();
    }

    private static Invocation.Result analyzed(String format) {
        return new Invocation().standardInput(log()).with("analyze", "--format", format, "-");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown", "jira"})
    void peopleAreToldTheFirstTheLastAndTheLargest(String format) {
        String report = analyzed(format).out().replace("\\", "").replaceAll("\\s+", " ");
        assertThat(report).hasSizeLessThan(READABLE).contains("Of 3,000 incidents 200 are told here");
        assertThat(report)
                .contains("web01/incident-1", "web01/incident-3000", "web01/incident-" + (LARGEST + 1))
                .doesNotContain("web01/incident-2500");
    }

    @Test
    void aPageDrawsThoseThatItTells() {
        assertThat(analyzed("html").out())
                .contains("web01/incident-" + (LARGEST + 1), "web01/incident-3000")
                .doesNotContain("web01/incident-2500");
    }

    @Test
    void programsGetAll() {
        Invocation.Result json = analyzed("json");
        assertThat(json.exit()).isZero();
        assertThat(json.host().get("incidents").size()).isEqualTo(INCIDENTS);
        assertThat(json.host().get("bursts").size()).isEqualTo(INCIDENTS);
        assertThat(analyzed("csv").out().lines()).hasSize(INCIDENTS + 1);
    }

    @Test
    void ofWhatEndedBesideThemSomeIsCitedAndTheRestCounted() {
        assertThat(analyzed("text").out().replaceAll("\\s+", " "))
                .contains("Beside other bursts 980 more such lines stand.");
    }
}
