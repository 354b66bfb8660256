package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;

class DmesgReltimeReaderTest {
    @Test
    void addsUpWhatStandsBetweenTheMarks() {
        Reading reading = Reading.of("""
                [Feb29 23:59] TCP: one
                [  +1.000000] TCP: two
                [ +19.500001] TCP: three
                [  -0.000001] TCP: four
                [ +60.000000] TCP: five
                [Mar 1 00:01] TCP: six
                """);
        assertThat(reading.texts())
                .containsExactly("TCP: one", "TCP: two", "TCP: three", "TCP: four", "TCP: five", "TCP: six");
        assertThat(reading.walls())
                .containsExactly(
                        "0000-02-29T23:59:00.000000",
                        "0000-02-29T23:59:01.000000",
                        "0000-02-29T23:59:20.500001",
                        "0000-02-29T23:59:20.500000",
                        "0000-03-01T00:00:20.500000",
                        "0000-03-01T00:01:00.000000");
        assertThat(reading.rows).allMatch(r -> {
            var wall = r.header().stamp().wall();
            return wall != null && wall.resolutionMicros() == 60_000_000L && wall.offset() == null;
        });
        assertThat(reading.header(0).format()).isEqualTo(LogFormat.DMESG_RELTIME);
        assertThat(reading.lines()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nov23 14:02",
                "23. Nov 14:02",
                "23nov. 14:02",
                "23 nov. 14:02",
                "23nov 14.02",
                "11\u6708 23 14:02",
                "11\uC6D4 23 14:02",
                "11\u670823\u65E5 14:02",
                "\u043D\u043E\u044F23 14:02",
                "lis23 14:02"
            })
    void readsAMarkOfManyLanguages(String mark) {
        Reading reading = Reading.of("[" + mark + "] one\n[  +1,000000] two\n");
        assertThat(reading.walls()).containsExactly("0000-11-23T14:02:00.000000", "0000-11-23T14:02:01.000000");
    }

    @Test
    void keepsLinesWhoseMarkIsNotKnown() {
        Reading reading = Reading.of(
                "[  +1.000000] one\n[  +1.000000] two\n[Foo23 14:02] three\n[  +1.000000] four\n[Feb30 14:02] five\n");
        assertThat(reading.texts()).containsExactly("one", "two", "three", "four", "five");
        assertThat(reading.rows).allMatch(r -> r.header().stamp().equals(Stamp.NONE));
    }

    @Test
    void readsWhatOtherOptionsAdd() {
        Reading reading = Reading.of("""
                kern  :warn  : \u001b[32m\u001b[1m[Dec 7 03:23] \u001b[0m[   T12] TCP: one
                daemon:info  : [  +2.000000] TCP: of a daemon
                kern  :info  : [  +1.000000] TCP: two
                                             and more
                no stamp at all
                """);
        assertThat(reading.texts()).containsExactly("TCP: one", "TCP: two", "and more", "no stamp at all");
        assertThat(reading.walls())
                .containsExactly(
                        "0000-12-07T03:23:00.000000", "0000-12-07T03:23:03.000000", "0000-12-07T03:23:03.000000", "-");
        assertThat(reading.header(0).stamp().caller()).isEqualTo("T12");
        assertThat(reading.header(3)).isEqualTo(Parsed.Header.NONE);
    }

    @Test
    void isNotTakenForOtherStamps() {
        assertThat(Reading.isSniffed("[    1.000000] one\n[    2.000000] two\n"))
                .isFalse();
        assertThat(Reading.isSniffed("[Mon Dec  7 03:23:55 2026] one\n")).isFalse();
        assertThat(Reading.isSniffed("> [Dec 7 03:23] quoted\n> [  +1.000000] quoted\n"))
                .isFalse();
        assertThat(Reading.isSniffed("a letter says\n[Dec 7 03:23] one\nand so on\n"))
                .isFalse();
    }
}
