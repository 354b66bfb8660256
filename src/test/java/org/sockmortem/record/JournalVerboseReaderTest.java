package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LogFormat;

class JournalVerboseReaderTest {
    private static final String KERNEL = """
            Di 2023-11-14 23:13:20.123456 CET [s=00112233445566778899aabbccddeeff;i=2a;b=0a1b2c3d4e5f60718293a4b5c6d7e8f9;m=5d7a;t=60a24181e4240;x=1f]
                _TRANSPORT=kernel
                SYSLOG_IDENTIFIER=kernel
                MESSAGE=TCP: out of memory -- consider tuning tcp_mem
                        and a second line
                _SOURCE_MONOTONIC_TIMESTAMP=98000001
                _HOSTNAME=db7
            """;
    private static final String PROGRAM = """
            Di 2023-11-14 23:13:21.000000 CET [s=00112233445566778899aabbccddeeff;i=2b;b=0a1b2c3d4e5f60718293a4b5c6d7e8f9;m=5d7b;t=60a24182ba140;x=1e]
                MESSAGE=quoting
                        TCP: out of memory -- consider tuning tcp_mem
                _TRANSPORT=stdout
            """;

    @Test
    void takesTheWallClockFromTheCursor() {
        Reading reading = Reading.of(KERNEL + PROGRAM);
        assertThat(reading.texts())
                .containsExactly("TCP: out of memory -- consider tuning tcp_mem", "and a second line");
        String expected = Reading.wall(Reading.of(KERNEL).header(0).stamp());
        assertThat(reading.walls()).containsOnly(expected);
        assertThat(expected).startsWith("2023-11-14T").endsWith("Z");
        assertThat(reading.uptimes()).containsOnly(98_000_001L);
        assertThat(reading.lines()).containsOnly(4L);
        assertThat(reading.header(0).host()).isEqualTo("db7");
        assertThat(reading.header(0).format()).isEqualTo(LogFormat.JOURNAL_VERBOSE);
    }

    @Test
    void readsWhatATerminalColoured() {
        Reading reading = Reading.of(
                KERNEL.replace("MESSAGE=TCP", "\u001b[0;1;39mMESSAGE=TCP").replace("db7", "db7\u001b[0m"));
        assertThat(reading.texts()).contains("TCP: out of memory -- consider tuning tcp_mem");
    }

    @Test
    void saysNothingForBytesThatJournalctlKeptBack() {
        assertThat(Reading.of(KERNEL.replace(
                                "TCP: out of memory -- consider tuning tcp_mem\n            and a second line",
                                "[14B blob data]"))
                        .texts())
                .isEmpty();
    }

    @Test
    void marksAnotherBoot() {
        Reading reading = Reading.of("-- Logs begin at Tue 2023-11-14 23:00:00 CET. --\n" + KERNEL + "-- Reboot --\n"
                + KERNEL.replace("b=0a1b", "b=1111"));
        assertThat(reading.texts()).hasSize(5).contains("-- Boot 11112c3d4e5f60718293a4b5c6d7e8f9 --");
    }

    @Test
    void isNotTakenForAnotherFormOfTheJournal() {
        assertThat(Reading.isSniffed(
                        "Tue 2023-11-14 23:13:20 CET db7 kernel: TCP: too many orphaned sockets\n    x=y\n"))
                .isFalse();
        assertThat(Reading.isSniffed("2023-11-14T23:13:20+0100 db7 kernel: one\n" + KERNEL))
                .isFalse();
    }
}
