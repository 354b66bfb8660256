package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which boot an id in a journal's text is of, and what is of one boot by its id. */
class BootMarksTest {
    private static final String FIRST = "a1111111111111111111111111111111";
    private static final String SECOND = "b2222222222222222222222222222222";
    private static final String THIRD = "c3333333333333333333333333333333";

    @TempDir
    private Path folder;

    private static String boot(int hour) {
        return """
                2025-10-28T%1$d:00:00+0000 web01 kernel: Linux version 6.1.0-18-amd64 (builder@example.org) #1 SMP
                2025-10-28T%1$d:00:10+0000 web01 kernel: TCP: too many orphaned sockets
                """.replace("%1$d", Integer.toString(hour));
    }

    private static String mark(String id) {
        return "-- Boot " + id + " --\n";
    }

    private void file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void running(String id) throws IOException {
        file(
                "proc/sys/kernel/random/boot_id",
                id.replaceAll("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5") + "\n");
    }

    private List<String> ids() {
        HostReport host = Analysis.only(Analysis.of(List.of(folder.toString()), Analysis.PLAIN));
        List<String> ids = new ArrayList<>();
        host.boots().forEach(b -> ids.add(String.valueOf(b.bootId())));
        return ids;
    }

    @Test
    void journalctlPrintsTheIdBeforeTheLines() throws IOException {
        file("journal", boot(10) + mark(SECOND) + boot(11) + mark(THIRD) + boot(12));
        running(THIRD);
        assertThat(ids()).containsExactly("null", SECOND, THIRD);
    }

    /** Nothing ties the one clock to the other: nothing is lost, and nothing fails. */
    @Test
    void aBootThatOneJournalTellsByUptimeAndAnotherByTheWallClock() throws IOException {
        file("mono", mark(FIRST) + "[ 1000.000000] web01 kernel: TCP: too many orphaned sockets\n");
        file(
                "short",
                mark(FIRST)
                        + "Oct 28 21:58:48 web01 kernel: neighbour: arp_cache: neighbor table overflow!\n"
                        + "Oct 28 21:58:49 web01 kernel: neighbour: arp_cache: neighbor table overflow!\n");
        HostReport host = Analysis.only(Analysis.of(List.of(folder.toString()), Analysis.PLAIN));
        assertThat(host.totals())
                .extracting(t -> t.signal().id() + " " + t.printed())
                .containsExactlyInAnyOrder("tcp.orphans 1", "neighbour.overflow 2");
        assertThat(ids()).containsExactly(FIRST);
    }

    @Test
    void sosreportLeavesItBehindThem() throws IOException {
        file("journal", boot(10) + mark(FIRST) + boot(11) + mark(SECOND) + boot(12));
        running(THIRD);
        assertThat(ids()).containsExactly(FIRST, SECOND, THIRD);
    }

    /** Either may be meant: a boot without an id is better than one with another's. */
    @Test
    void withoutAHintNothingIsSaid() throws IOException {
        file("journal", boot(10) + mark(SECOND) + boot(11) + mark(THIRD) + boot(12));
        assertThat(ids()).containsExactly("null", "null", "null");
    }

    @Test
    void aMarkBeforeEverythingIsOfWhatFollows() throws IOException {
        file("journal", mark(FIRST) + boot(10) + mark(SECOND) + boot(11));
        assertThat(ids()).containsExactly(FIRST, SECOND);
    }

    @Test
    void piecesWithOneIdAreOfOneBoot() throws IOException {
        file("first.log", mark(FIRST) + boot(10));
        file("second.log", mark(FIRST) + "2025-10-28T15:00:10+0000 web01 kernel: TCP: too many orphaned sockets\n");
        assertThat(ids()).containsExactly(FIRST);
    }

    @Test
    void aRebootMayBeMarkedWithoutAnId() throws IOException {
        file("journal", boot(10) + "-- Reboot --\n" + boot(11));
        assertThat(ids()).containsExactly("null", "null");
    }
}
