package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;

class KmsgReaderTest {
    private static final String SAMPLE = """
            4,812,63286239125,-,caller=T1234;TCP: one
             SUBSYSTEM=net
             DEVICE=n3
            30,813,63286239126,-;TCP: of a daemon
            6,0,0;TCP: of an old kernel
            4,814,63286239127,-,cpu=3,taskname=x;TCP: two\\x0aand m\\xc3\\xb6re\\x5cx41
            """;

    @Test
    void readsRecordsOfTheKernel() {
        Reading reading = Reading.of(SAMPLE);
        assertThat(reading.texts()).containsExactly("TCP: one", "TCP: of an old kernel", "TCP: two", "and möre\\x41");
        assertThat(reading.uptimes()).containsExactly(63_286_239_125L, 0L, 63_286_239_127L, 63_286_239_127L);
        assertThat(reading.lines()).containsExactly(1L, 5L, 6L, 6L);
        assertThat(reading.header(0).stamp().caller()).isEqualTo("T1234");
        assertThat(reading.header(0).format()).isEqualTo(LogFormat.KMSG);
    }

    @Test
    void endsRecordsAtNuls() {
        assertThat(Reading.of(SAMPLE.replace("\n4", "\n\0004").replace("\n6", "\n\0006"))
                        .texts())
                .hasSize(4);
        assertThat(Reading.of("4,1,1,-;one\0004,2,2,-;two\000").texts()).containsExactly("one", "two");
    }

    @Test
    void joinsWhatNetconsoleSplit() {
        Reading reading = Reading.of("""
                6.4.0,6,443,501151267,-;before
                6.4.0,6,444,501151268,-,ncfrag=0/9;TCP:\s
                6.4.0,6,444,501151268,-,ncfrag=5/9;long
                6.4.0,6,445,501151269,-,ncfrag=0/9;lost\s
                6.4.0-rc1,6,446,501151270,-;after
                """);
        assertThat(reading.texts()).containsExactly("before", "TCP: long", "lost", "after");
        assertThat(reading.lines()).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void handsOnWhatIsNoRecord() {
        Reading reading = Reading.of(SAMPLE + "[   12.000001] TCP: plain\n4,815\n");
        assertThat(reading.texts()).endsWith("[   12.000001] TCP: plain", "4,815");
        assertThat(reading.header(4)).isEqualTo(Parsed.Header.NONE);
    }

    @Test
    void isNotTakenForATable() {
        assertThat(Reading.isSniffed("1,2,3\n4,5,6\n")).isFalse();
        assertThat(Reading.isSniffed("4,5,6;7,8;9\nx;y\n")).isFalse();
        assertThat(Reading.isSniffed("<4>[   12.000001] a\n".repeat(4) + SAMPLE))
                .isFalse();
    }
}
