package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LogFormat;

class DmesgDeltaReaderTest {
    @Test
    void countsFromTheFirstLine() {
        Reading reading = Reading.of("""
                [<    0.000000>] TCP: one
                [<    1.500000>] [  T9] TCP: two
                                 and more
                [<   -0.000001>] TCP: three
                [<63186.115669>] TCP: four
                """);
        assertThat(reading.texts()).containsExactly("TCP: one", "TCP: two", "and more", "TCP: three", "TCP: four");
        assertThat(reading.uptimes()).containsExactly(0L, 1_500_000L, 1_500_000L, 1_499_999L, 63_187_615_668L);
        assertThat(reading.header(1).stamp().caller()).isEqualTo("T9");
        assertThat(reading.header(0).format()).isEqualTo(LogFormat.DMESG_DELTA);
        assertThat(reading.summary().last().stamp().uptimeMicros()).isEqualTo(63_187_615_668L);
    }

    @Test
    void countsWhatProgramsWroteButDoesNotGiveIt() {
        Reading reading = Reading.of("""
                kern  :info  : [<    0.000000>] one
                user  :info  : [<    1.000000>] two
                kern  :info  : [<    1.000000>] three
                """);
        assertThat(reading.texts()).containsExactly("one", "three");
        assertThat(reading.uptimes()).containsExactly(0L, 2_000_000L);
    }

    @Test
    void readsTheCommaOfOtherLanguages() {
        assertThat(Reading.of("[<    0,000000>] one\n[<    1,500000>] two\n").uptimes())
                .containsExactly(0L, 1_500_000L);
    }

    @Test
    void isNotTakenForAStampWithItsDelta() {
        assertThat(Reading.isSniffed("[    1.000000 <    0.000000>] one\n[    2.000000 <    1.000000>] two\n"))
                .isFalse();
    }
}
