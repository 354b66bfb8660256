package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.clock.Moment;

/** A daemon that begins writes down what the kernel has said till then, all in one second. */
class ReplayTest {
    private static final String REPLAYED = """
            2025-10-28T10:00:20+00:00 web01 kernel: [    0.000000] Linux version 6.1.0-18-amd64 (builder@example.org) #1 SMP
            2025-10-28T10:00:20+00:00 web01 kernel: [    3.000000] TCP: too many orphaned sockets
            2025-10-28T10:00:20+00:00 web01 kernel: [   18.000000] TCP: too many orphaned sockets
            """;
    private static final String LIVE =
            "2025-10-28T10:01:10+00:00 web01 kernel: [   70.000000] TCP: too many orphaned sockets\n";

    @TempDir
    private Path folder;

    @Test
    void aLineThatCameOnTimeDatesThoseThatWaited() {
        HostReport host = Analysis.host(REPLAYED + LIVE);
        assertThat(host.boots()).hasSize(1);
        Moment first = host.bursts().get(0).start();
        // 10:00:00 and the second that was cut off
        assertThat(first.wall())
                .isBetween(LocalDateTime.parse("2025-10-28T10:00:03"), LocalDateTime.parse("2025-10-28T10:00:05"));
        assertThat(first.wallPlusMinusMicros()).isLessThan(2_000_000);
    }

    /** The buffer itself has no wall clock: the replayed lines of another log must not give it theirs. */
    @Test
    void theyDoNotDateAnotherLog() throws IOException {
        Files.writeString(folder.resolve("kern.log"), REPLAYED + LIVE);
        Files.writeString(folder.resolve("dmesg"), """
                [    0.000000] Linux version 6.1.0-18-amd64 (builder@example.org) #1 SMP
                [    3.000000] TCP: too many orphaned sockets
                [   18.000000] TCP: too many orphaned sockets
                [   70.000000] TCP: too many orphaned sockets
                """);
        HostReport host = Analysis.only(Analysis.of(List.of(folder.toString()), Analysis.PLAIN));
        assertThat(host.boots()).hasSize(1);
        assertThat(host.bursts()).hasSize(1);
        assertThat(host.bursts().get(0).printed()).isEqualTo(3);
        assertThat(host.bursts().get(0).start().wall())
                .isBetween(LocalDateTime.parse("2025-10-28T10:00:03"), LocalDateTime.parse("2025-10-28T10:00:05"));
    }

    @Test
    void whereNothingCameOnTimeTheWidthSaysSo() {
        Moment first = Analysis.host(REPLAYED).bursts().get(0).start();
        assertThat(first.wall()).isNotNull();
        assertThat(first.wallPlusMinusMicros()).isGreaterThan(15_000_000);
    }
}
