package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LogFormat;

class JournalJsonTest {
    private static String entry(String message, String transport) {
        return "{\"_HOSTNAME\":\"db7\",\"MESSAGE\":" + message + ",\"__REALTIME_TIMESTAMP\":\"1700000000123456\","
                + "\"_SOURCE_MONOTONIC_TIMESTAMP\":\"98000001\",\"_BOOT_ID\":\"0a1b2c3d4e5f60718293a4b5c6d7e8f9\","
                + "\"_TRANSPORT\":\"" + transport + "\"}";
    }

    private static String bytes(String text) {
        StringBuilder array = new StringBuilder("[");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            array.append(array.length() > 1 ? "," : "").append(b & 0xFF);
        }
        return array.append(']').toString();
    }

    @Test
    void readsAnObjectALine() {
        Reading reading = Reading.of(entry("\"TCP: \\\"one\\\"\"", "kernel") + "\n" + entry("\"two\"", "stdout") + "\n"
                + entry(bytes("thr\u001bée"), "kernel") + "\n" + entry("null", "kernel") + "\n"
                + entry("[\"four\",\"five\"]", "kernel") + "\n");
        assertThat(reading.texts()).containsExactly("TCP: \"one\"", "thr\u001bée", "four");
        assertThat(reading.lines()).containsExactly(1L, 3L, 5L);
        assertThat(reading.walls()).containsOnly("2023-11-14T22:13:20.123456Z");
        assertThat(reading.uptimes()).containsOnly(98_000_001L);
        assertThat(reading.header(0).format()).isEqualTo(LogFormat.JOURNAL_JSON);
        assertThat(reading.header(0).host()).isEqualTo("db7");
    }

    @Test
    void readsPrettyObjects() {
        String pretty = entry("\"one {\"", "kernel")
                .replace("{\"_", "{\n\t\"_")
                .replace(",\"", ",\n\t\"")
                .replace("\":", "\" : ");
        Reading reading = Reading.of(pretty.replace("\"}", "\"\n}\n") + pretty.replace("\"}", "\"\n}\n"));
        assertThat(reading.texts()).containsExactly("one {", "one {");
        assertThat(reading.lines()).containsExactly(3L, 11L);
    }

    @Test
    void readsServerSentEventsAndSequences() {
        String one = entry("\"one\"", "kernel");
        assertThat(Reading.of("data: " + one + "\n\ndata: " + one + "\n\n").lines())
                .containsExactly(1L, 3L);
        assertThat(Reading.of("\u001e" + one + "\n\u001e" + one + "\n").texts()).containsExactly("one", "one");
    }

    @Test
    void losesOneObjectWhereOneIsBroken() {
        String one = entry("\"one\"", "kernel");
        String cutInName = one.substring(0, one.length() - 15);
        String cutOutside = one.substring(0, one.indexOf(",\"_SOURCE"));
        Reading reading = Reading.of(
                one + "\n" + cutInName + "\n" + one + "\n" + cutOutside + "\n" + one + "\n{\"x\":tru\n" + one);
        assertThat(reading.texts()).containsExactly("one", "one", "one", "one");
        assertThat(reading.lines()).containsExactly(1L, 3L, 5L, 7L);
    }

    @Test
    void readsFieldsBeforeTheEndWasCut() {
        String one = entry("\"one\"", "kernel");
        String transportFirst = "{\"_TRANSPORT\":\"kernel\"," + one.substring(1, one.length() - 30);
        assertThat(Reading.of(one + "\n" + transportFirst).texts()).containsExactly("one", "one");
    }

    @Test
    void keepsJournaldsNotesOfLossAndMarksBoots() {
        String note = entry("\"Missed 3 kernel messages\"", "driver")
                .replace("{", "{\"SYSLOG_IDENTIFIER\":\"systemd-journald\",\"_PID\":\"9\",");
        Reading reading = Reading.of(note + "\n" + entry("\"one\"", "kernel").replace("0a1b", "ffff") + "\n");
        assertThat(reading.texts())
                .containsExactly(
                        "systemd-journald[9]: Missed 3 kernel messages",
                        "-- Boot ffff2c3d4e5f60718293a4b5c6d7e8f9 --",
                        "one");
    }
}
