package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PstoreReaderTest {
    @Test
    void putsThePartsOfADumpIntoTheirOrder() {
        Reading reading = Reading.of("""
                ====1700000000.123456-D
                Panic#1 Part1
                <4>[   12.000003] three
                <4>[   12.000004] four
                Panic#1 Part2
                <4>[   12.000001] one
                <4>[   12.000002] two
                Oops#2 Part1
                <4>[   13.000001] five
                """);
        assertThat(reading.texts())
                .containsExactly(
                        "<4>[   12.000001] one",
                        "<4>[   12.000002] two",
                        "<4>[   12.000003] three",
                        "<4>[   12.000004] four",
                        "<4>[   13.000001] five");
        assertThat(reading.lines()).containsExactly(6L, 7L, 3L, 4L, 9L);
    }

    @Test
    void keepsASecondCopyApart() {
        String copy = "Oops#1 Part1\n<4>[   12.000002] two\nOops#1 Part2\n<4>[   12.000001] one\n";
        assertThat(Reading.of(copy + copy).lines()).containsExactly(4L, 2L, 8L, 6L);
    }

    @Test
    void isNotTakenForWhatQuotesIt() {
        assertThat(Reading.isSniffed("<4>[   12.000001] one\nPanic#1 Part1\n")).isFalse();
        assertThat(Reading.isSniffed("Panic#1 Part1 was found\n")).isFalse();
    }
}
