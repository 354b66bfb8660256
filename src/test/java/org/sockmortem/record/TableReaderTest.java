package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableReaderTest {
    @Test
    void commasQuotesAndLineFeedsInValues() {
        Reading reading = Reading.of("""
                "Time","Line","Host"
                "2023-11-14T22:13:20.000Z","TCP: ""one"", two",db7
                "2023-11-14T22:13:21.000Z","TCP: three
                TCP: four",db7
                """);
        assertThat(reading.texts()).containsExactly("TCP: \"one\", two", "TCP: three", "TCP: four");
        assertThat(reading.walls()).startsWith("2023-11-14T22:13:20.000000Z", "2023-11-14T22:13:21.000000Z");
        assertThat(reading.header(0).host()).isEqualTo("db7");
        assertThat(reading.lines()).containsExactly(2L, 3L, 3L);
    }

    @Test
    void semicolonsAndTabs() {
        assertThat(Reading.of("Date;Host;Message\n2023-11-14 22:13:20;db7;TCP: one\n")
                        .texts())
                .containsExactly("TCP: one");
        assertThat(Reading.of("time\thost\tmessage\n2023-11-14 22:13:20\tdb7\tTCP: one\n")
                        .header(0)
                        .host())
                .isEqualTo("db7");
    }

    @Test
    void aLineThatNobodyQuotedKeepsItsCommas() {
        Reading reading = Reading.of("timestamp,message\n1700000000000,Killed process 7, UID 1, (java)\n");
        assertThat(reading.texts()).containsExactly("Killed process 7, UID 1, (java)");
    }

    @Test
    void whatKibanaCallsATime() {
        Reading reading = Reading.of("@timestamp,message\n\"Nov 4, 2023 @ 22:13:20.358\",TCP: one\n");
        assertThat(reading.walls()).containsExactly("2023-11-04T22:13:20.358000");
    }

    @Test
    void whatAProgramLoggedIsNotTheKernels() {
        Reading reading = Reading.of("""
                Date;Host;Syslogtag;Message
                2023-11-14 22:13:20;db7;app:;TCP: one
                2023-11-14 22:13:20;db7;kernel:;TCP: two
                """);
        assertThat(reading.texts()).containsExactly("TCP: two");
    }

    @Test
    void anOpenQuoteDoesNotSwallowTheRest() {
        String rows = "1700000000000,TCP: one\n".repeat(4_000);
        Reading.Row last =
                Reading.once("timestamp,message\n1700000000000,\"open\n" + rows).lastRow();
        assertThat(last.text()).isEqualTo("TCP: one");
        assertThat(last.line()).isEqualTo(4_002);
    }

    @Test
    void otherTablesAreNoLogs() {
        assertThat(Reading.isSniffed("name,value\na,1\n")).isFalse();
        assertThat(Reading.isSniffed("message\nTCP: one\n")).isFalse();
        assertThat(Reading.isSniffed("time,user\n1,2\n")).isFalse();
        assertThat(Reading.isSniffed("Oct 28 21:58:48 web01 app: time, message\n"))
                .isFalse();
    }
}
