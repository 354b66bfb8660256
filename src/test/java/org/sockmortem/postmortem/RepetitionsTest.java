package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.SignalTotal;

/** Which line came again, where that is not the line just before. */
class RepetitionsTest {
    @TempDir
    private Path folder;

    private Report report() {
        return Analysis.of(List.of(folder.toString()), Analysis.PLAIN);
    }

    private static SignalTotal of(Report report, String host, Signal signal) {
        return Analysis.total(
                report.hosts().stream()
                        .filter(h -> h.host().equals(host))
                        .findFirst()
                        .orElseThrow(),
                signal);
    }

    /** A daemon tells of a long flood in one note after the other. */
    @Test
    void noteAfterNoteIsOfTheSameLine() {
        HostReport host = Analysis.host("""
                Jan  3 10:00:00 web01 kernel: TCP: too many orphaned sockets
                Jan  3 10:00:30 web01 last message repeated 4 times
                Jan  3 10:01:00 web01 last message repeated 5 times
                """);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).repeated()).isEqualTo(9);
    }

    @Test
    void aRotationMayComeBetween() throws IOException {
        Files.writeString(
                folder.resolve("messages.1"), "Jan  3 10:00:00 web01 kernel: TCP: too many orphaned sockets\n");
        Files.writeString(folder.resolve("messages"), """
                Jan  3 10:00:30 web01 last message repeated 4 times
                Jan  3 10:02:00 web01 kernel: TCP: too many orphaned sockets
                """);
        assertThat(of(report(), "web01", Signal.TCP_ORPHANS).repeated()).isEqualTo(4);
    }

    @Test
    void whatAnotherProgramSaidBeforeTheRotationIsNotOurs() throws IOException {
        Files.writeString(folder.resolve("messages.1"), """
                Jan  3 10:00:00 web01 kernel: TCP: too many orphaned sockets
                Jan  3 10:00:01 web01 sshd[99]: Connection closed by 192.0.2.7
                """);
        Files.writeString(folder.resolve("messages"), """
                Jan  3 10:00:30 web01 last message repeated 4 times
                Jan  3 10:02:00 web01 kernel: TCP: too many orphaned sockets
                """);
        assertThat(of(report(), "web01", Signal.TCP_ORPHANS).repeated()).isZero();
    }

    @Test
    void aLineBeforeTheNoteInItsOwnFileIsNotTheOneOfTheFileBefore() throws IOException {
        Files.writeString(
                folder.resolve("messages.1"), "Jan  3 10:00:00 web01 kernel: TCP: too many orphaned sockets\n");
        Files.writeString(folder.resolve("messages"), """
                Jan  3 10:00:01 web01 sshd[99]: Connection closed by 192.0.2.7
                Jan  3 10:00:30 web01 last message repeated 4 times
                Jan  3 10:02:00 web01 kernel: TCP: too many orphaned sockets
                """);
        assertThat(of(report(), "web01", Signal.TCP_ORPHANS).repeated()).isZero();
    }

    @Test
    void everyHostOfACentralLogHasItsOwn() throws IOException {
        Files.writeString(folder.resolve("kern.log.1"), """
                Jan  3 10:00:00 web01 kernel: TCP: too many orphaned sockets
                Jan  3 10:00:00 web02 kernel: TCP: out of memory -- consider tuning tcp_mem
                """);
        Files.writeString(folder.resolve("kern.log"), """
                Jan  3 10:00:10 web01 last message repeated 4 times
                Jan  3 10:00:12 web02 last message repeated 7 times
                Jan  3 10:00:20 web01 kernel: TCP: too many orphaned sockets
                Jan  3 10:00:20 web02 kernel: TCP: too many orphaned sockets
                Jan  3 10:00:30 web01 last message repeated 5 times
                """);
        Report report = report();
        assertThat(of(report, "web01", Signal.TCP_ORPHANS).repeated()).isEqualTo(9);
        assertThat(of(report, "web02", Signal.TCP_ORPHANS).repeated()).isZero();
        assertThat(of(report, "web02", Signal.TCP_MEMORY).repeated()).isEqualTo(7);
    }
}
