package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordFormsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n \n",
                "\0\0\0",
                "[    0.000000] Linux version 6.1.0\n[    1.000000][    T1] x\n",
                "<6>[    0.000000] Linux version 6.1.0\n",
                "[Tue Nov 14 22:13:20 2023] x\n",
                "2023-11-14T22:13:20,123456+00:00 x\n",
                "Nov 14 22:13:20 db7 kernel: [    1.000000] x\n",
                "2023-11-14T22:13:20.123456+01:00 db7 kernel: x\n",
                "<4>1 2023-11-14T22:13:20.123456Z db7 kernel - - - x\n",
                "[    1.000000] db7 kernel: x\n",
                "-- Boot 0a1b2c3d4e5f60718293a4b5c6d7e8f9 --\nNov 14 22:13:20 db7 kernel: x\n",
                "Nov 14 22:13:20 db7 app: {\"time\":1700000000,\"log\":\"one\"}\n",
                "net.ipv4.tcp_mem = 1 2 3\n",
                "#==[ Command ]======================================#\n# /usr/bin/dmesg -T\n"
            })
    void leavesLinesToTheGrammar(String sample) {
        assertThat(Reading.isSniffed(sample)).isFalse();
    }

    @Test
    void looksPastBlankLinesAndAByteOrderMark() {
        assertThat(Reading.of("\uFEFF\r\n\r\n4,1,1,-;one\r\r\n4,2,2,-;two").lines())
                .containsExactly(3L, 4L);
        assertThat(Reading.of("\uFEFF{\"time\":1700000000,\"log\":\"one\"}").lines())
                .containsExactly(1L);
    }

    @Test
    void givesAnEmptySummaryOfNothing() {
        RecordSummary summary = Reading.of("Panic#1 Part1\n").summary();
        assertThat(summary.records()).isZero();
        assertThat(summary.lines()).isEqualTo(1);
        assertThat(summary.first()).isEqualTo(summary.last());
    }
}
