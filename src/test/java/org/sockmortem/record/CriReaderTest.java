package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CriReaderTest {
    @Test
    void piecesOfALineAreOneLine() {
        Reading reading = Reading.of("""
                2023-11-14T22:13:20.123456789Z stdout P TCP: o
                2023-11-14T22:13:20.123456789Z stderr F other
                2023-11-14T22:13:21.123456789Z stdout F ne
                2023-11-14T22:13:22.123456789Z stdout F
                2023-11-14T22:13:23.123456789+00:00 stdout F TCP: two
                no record
                """);
        assertThat(reading.texts()).containsExactly("other", "TCP: one", "TCP: two", "no record");
        assertThat(reading.lines()).containsExactly(2L, 3L, 5L, 6L);
        assertThat(reading.walls()).startsWith("2023-11-14T22:13:20.123456Z", "2023-11-14T22:13:21.123456Z");
    }

    @Test
    void isNotTakenForWhatMentionsIt() {
        assertThat(Reading.isSniffed("one\ntwo\n2023-11-14T22:13:20.123456789Z stdout F x\n"))
                .isFalse();
    }
}
