package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.event.Signal;

/** A log that may tell of the same boot as another, and cannot be laid beside it, is named with the reason. */
class UnplacedLogsTest {
    private static final String ORPHANS = "TCP: too many orphaned sockets\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void aLogOfTheWallClock() throws IOException {
        log("messages", """
                Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets
                Oct 28 21:58:49 web01 kernel: TCP: too many orphaned sockets
                Oct 28 21:58:53 web01 kernel: net_ratelimit: 56 callbacks suppressed
                """);
    }

    private void log(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Report report() {
        return Analysis.of(List.of(folder.toString()), Analysis.PLAIN);
    }

    private @Nullable String remark(String name) {
        Coverage.Input input = report().coverage().inputs().stream()
                .filter(i -> i.path().endsWith(name))
                .findFirst()
                .orElseThrow();
        assertThat(input.damaged()).isFalse();
        return input.problem();
    }

    private long printed() {
        return Analysis.total(Analysis.only(report()), Signal.TCP_ORPHANS).printed();
    }

    @Test
    void withoutStampsAndOfOtherWords() throws IOException {
        log("bare", ORPHANS + ORPHANS + "net_ratelimit: 44 callbacks suppressed\n");
        assertThat(remark("bare")).startsWith("Counted as a boot of its own: its lines have no stamps");
        assertThat(remark("messages")).isNull();
        assertThat(printed()).isEqualTo(4);
    }

    @Test
    void withoutStampsAndOfTheSameWords() throws IOException {
        log("bare", ORPHANS + "net_ratelimit: 56 callbacks suppressed\n");
        assertThat(remark("bare")).startsWith("Not counted: its lines have no stamps");
        assertThat(printed()).isEqualTo(2);
    }

    /** No log tells all of it, but they do together. */
    @Test
    void whatSeveralLogsTellTogetherIsNotCountedAgain() throws IOException {
        log("secure", "Nov  3 01:00:00 web01 kernel: TCP: out of memory -- consider tuning tcp_mem\n");
        log("bare", ORPHANS + "TCP: out of memory -- consider tuning tcp_mem\n");
        assertThat(remark("bare")).startsWith("Not counted: ");
        assertThat(printed()).isEqualTo(2);
    }

    @Test
    void stampsSinceABootThatNothingTiesToTheWallClock() throws IOException {
        log("dmesg", "[123.000000] TCP: out of memory -- consider tuning tcp_mem\n");
        assertThat(remark("dmesg")).startsWith("Counted as a boot of its own: its stamps count from a boot");
        assertThat(Analysis.only(report()).boots()).hasSize(2);
    }

    @Test
    void whatIsTiedIsNotNamed() throws IOException {
        log(
                "dmesg",
                "[123.000000] " + ORPHANS + "[124.000000] " + ORPHANS
                        + "[128.0] net_ratelimit: 56 callbacks suppressed\n");
        assertThat(remark("dmesg")).isNull();
        assertThat(Analysis.only(report()).boots()).hasSize(1);
    }

    /** Nothing else tells of a boot. */
    @Test
    void aLogByItselfIsNotNamed() throws IOException {
        Files.delete(folder.resolve("messages"));
        log("bare", ORPHANS);
        assertThat(remark("bare")).isNull();
    }
}
