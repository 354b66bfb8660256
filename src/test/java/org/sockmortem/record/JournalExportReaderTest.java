package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Stamp;

class JournalExportReaderTest {
    private static final String BOOT_A = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private static final String BOOT_B = "ffeeddccbbaa00998877665544332211";

    private static String entry(String boot, long realtime, String rest) {
        return "__CURSOR=s=00112233445566778899aabbccddeeff;i=1;b=" + boot + ";m=1;t=1;x=1\n__REALTIME_TIMESTAMP="
                + realtime + "\n__MONOTONIC_TIMESTAMP=5\n_BOOT_ID=" + boot + "\n_HOSTNAME=db7\n" + rest + "\n";
    }

    private static String kernel(String boot, long realtime, long source, String message) {
        return entry(
                boot,
                realtime,
                "_TRANSPORT=kernel\nSYSLOG_FACILITY=0\nSYSLOG_IDENTIFIER=kernel\n_SOURCE_MONOTONIC_TIMESTAMP=" + source
                        + "\nMESSAGE=" + message + "\n");
    }

    @Test
    void givesTheKernelsEntriesWithBothClocks() {
        Reading reading =
                Reading.of(kernel(BOOT_A, 1_700_000_000_123_456L, 98_000_001, "TCP: too many orphaned sockets")
                        + entry(BOOT_A, 1_700_000_001_000_000L, "_TRANSPORT=stdout\nMESSAGE=TCP: out of memory\n"));
        assertThat(reading.texts()).containsExactly("TCP: too many orphaned sockets");
        assertThat(reading.walls()).containsExactly("2023-11-14T22:13:20.123456Z");
        assertThat(reading.uptimes()).containsExactly(98_000_001L);
        assertThat(reading.lines()).containsExactly(10L);
        assertThat(reading.header(0).host()).isEqualTo("db7");
        assertThat(reading.header(0).format()).isEqualTo(LogFormat.JOURNAL_EXPORT);
        assertThat(Reading.wall(reading.summary().last().stamp())).isEqualTo("2023-11-14T22:13:21.000000Z");
        assertThat(reading.summary().lines()).isEqualTo(19);
    }

    @Test
    void readsFieldsThatAreBytes() {
        ByteArrayOutputStream sample = new ByteArrayOutputStream();
        byte[] message = "first: é\nsecond, no entry's end:\n\nthird".getBytes(StandardCharsets.UTF_8);
        sample.writeBytes(entry(BOOT_A, 1_700_000_000_000_000L, "_TRANSPORT=kernel\nMESSAGE")
                .getBytes(StandardCharsets.UTF_8));
        sample.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(message.length)
                .array());
        sample.writeBytes(message);
        sample.writeBytes("\nPRIORITY=4\n\n".getBytes(StandardCharsets.UTF_8));
        sample.writeBytes(kernel(BOOT_A, 1_700_000_002_000_000L, 7, "after").getBytes(StandardCharsets.UTF_8));
        Reading reading = Reading.of(sample.toByteArray());
        assertThat(reading.texts()).containsExactly("first: é", "second, no entry's end:", "third", "after");
        assertThat(reading.lines()).containsExactly(8L, 8L, 8L, 23L);
    }

    @Test
    void passesOverALengthThatIsNone() {
        Reading reading =
                Reading.of(entry(BOOT_A, 1_700_000_000_000_000L, "_TRANSPORT=kernel\nMESSAGE\nnot a length at all\n")
                        + kernel(BOOT_A, 1_700_000_002_000_000L, 7, "after"));
        assertThat(reading.texts()).containsExactly("after");
    }

    @Test
    void marksAnotherBootOfTheSameHost() {
        Reading reading = Reading.of(kernel(BOOT_A, 1_700_000_000_000_000L, 5, "one")
                + kernel(BOOT_B, 1_700_000_100_000_000L, 5, "two")
                + kernel(BOOT_A, 1_700_000_100_000_000L, 5, "elsewhere").replace("db7", "db8")
                + kernel(BOOT_B, 1_700_000_100_000_000L, 6, "three"));
        assertThat(reading.opening()).isEqualTo("-- Boot " + BOOT_A + " --");
        assertThat(reading.texts())
                .containsExactly(
                        "one", "-- Boot " + BOOT_B + " --", "two", "-- Boot " + BOOT_A + " --", "elsewhere", "three");
        assertThat(reading.header(3).host()).isEqualTo("db8");
        assertThat(reading.header(1).stamp()).isEqualTo(Stamp.NONE);
        assertThat(reading.header(1).host()).isEqualTo("db7");
    }

    @Test
    void keepsJournaldsNotesOfLoss() {
        String note = "_TRANSPORT=driver\nSYSLOG_IDENTIFIER=systemd-journald\n_PID=214\nMESSAGE=";
        Reading reading = Reading.of(entry(BOOT_A, 1_700_000_000_000_000L, note + "Missed 12 kernel messages\n")
                + entry(BOOT_A, 1_700_000_000_000_000L, note + "Suppressed 7 messages from /system.slice/app.service\n")
                + entry(BOOT_A, 1_700_000_000_000_000L, note + "Journal started\n"));
        assertThat(reading.texts())
                .containsExactly(
                        "systemd-journald[214]: Missed 12 kernel messages",
                        "systemd-journald[214]: Suppressed 7 messages from /system.slice/app.service");
        assertThat(reading.uptimes()).containsOnly(Stamp.NO_UPTIME);
    }

    @Test
    void leavesOutWhatProgramsWroteIntoTheKernelsBuffer() {
        Reading reading = Reading.of(entry(
                        BOOT_A,
                        1_700_000_000_000_000L,
                        "_TRANSPORT=kernel\nSYSLOG_FACILITY=3\nSYSLOG_IDENTIFIER=init\nMESSAGE=TCP: out of memory\n")
                + entry(
                        BOOT_A,
                        1_700_000_000_000_000L,
                        "_TRANSPORT=syslog\nSYSLOG_IDENTIFIER=kernel\nMESSAGE=relayed\n"));
        assertThat(reading.texts()).containsExactly("relayed");
    }

    @Test
    void prefersTheTimeOfTheSource() {
        Reading reading = Reading.of(entry(
                BOOT_A,
                1_700_000_009_000_000L,
                "_SOURCE_REALTIME_TIMESTAMP=1700000001000000\n_TRANSPORT=kernel\nMESSAGE=late\n"));
        assertThat(reading.walls()).containsExactly("2023-11-14T22:13:21.000000Z");
    }

    @Test
    void goesOnWhereTheBlankLineWasLost() {
        String all =
                kernel(BOOT_A, 1_700_000_000_000_000L, 5, "one") + kernel(BOOT_A, 1_700_000_001_000_000L, 6, "two");
        Reading reading = Reading.of("\uFEFF\n" + all.replace("\n\n", "\n"));
        assertThat(reading.texts()).containsExactly("one", "two");
    }

    @Test
    void cutsALongRecord() throws IOException {
        String sample = kernel(BOOT_A, 1_700_000_000_000_000L, 5, "x".repeat(3 << 20))
                + kernel(BOOT_A, 1_700_000_001_000_000L, 6, "two");
        byte[] bytes = sample.getBytes(StandardCharsets.UTF_8);
        JournalExportReader reader = new JournalExportReader();
        List<Integer> lengths = new ArrayList<>();
        reader.read(new ByteArrayInputStream(bytes), (header, text, line) -> lengths.add(text.length()));
        assertThat(lengths).hasSize(3).allMatch(l -> l <= RecordReader.LIMIT).contains(3);
    }

    @Test
    void isNotTakenForWhatQuotesIt() {
        assertThat(Reading.isSniffed(
                        "Nov 14 22:13:20 db7 kernel: up\n" + kernel(BOOT_A, 1_700_000_000_000_000L, 5, "one")))
                .isFalse();
        assertThat(Reading.isSniffed("__CURSOR=what\nfollows=nothing\nX=1\n")).isFalse();
    }
}
