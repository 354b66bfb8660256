package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Suppressed;

/** When two logs tell of the same events, and when they only look as if they did. */
class TwoLogsTest {
    @TempDir
    private Path folder;

    private HostReport host() {
        return Analysis.only(Analysis.of(List.of(folder.toString()), Analysis.PLAIN));
    }

    private void log(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** Four equal lines and three, but other distances between them and another number in the note. */
    @Test
    void linesThatAnyBurstHasAreNoProof() {
        HostReport host = Analysis.only(Analysis.of(List.of("samples/web-server"), Analysis.PLAIN));
        assertThat(host.boots()).hasSize(2);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).printed()).isEqualTo(14);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).suppressed()).isEqualTo(new Suppressed(0, 106, 106));
    }

    /** The same note with its number, at the same distance from the lines around it. */
    @Test
    void aNoteWithItsNumberIsProof() throws IOException {
        log("dmesg", """
                [63286.239125] TCP: too many orphaned sockets
                [63286.239129] TCP: too many orphaned sockets
                [63291.351037] net_ratelimit: 56 callbacks suppressed
                [63291.351063] TCP: too many orphaned sockets
                """);
        log("messages", """
                Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets
                Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets
                Oct 28 21:58:53 web01 kernel: net_ratelimit: 56 callbacks suppressed
                Oct 28 21:58:53 web01 kernel: TCP: too many orphaned sockets
                """);
        HostReport host = host();
        assertThat(host.boots()).hasSize(1);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).printed()).isEqualTo(3);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).suppressed()).isEqualTo(new Suppressed(0, 56, 56));
    }

    /** The line of the real-time clock tells the year to stamps that have none, also over New Year. */
    @Test
    void aLineThatTellsTheClockTellsTheYear() throws IOException {
        log("messages", """
                Dec 31 23:58:48 web01 kernel: rtc_cmos 00:00: setting system clock to 2025-12-31T22:58:46 UTC (1767221926)
                Jan  1 00:10:48 web01 kernel: TCP: too many orphaned sockets
                """);
        HostReport host = host();
        assertThat(host.bursts().get(0).start().yearKnown()).isTrue();
        assertThat(host.bursts().get(0).start().wall()).hasToString("2026-01-01T00:10:48");
    }

    /** A daemon that begins again may read what the kernel said months ago; that is no evidence of today's year. */
    @Test
    void aReplayedLineTellsNoYear() throws IOException {
        log("messages", """
                Mar  3 10:00:00 web01 kernel: rtc_cmos 00:00: setting system clock to 2025-12-01T22:58:46 UTC (1764629926)
                Mar  3 10:00:01 web01 kernel: TCP: too many orphaned sockets
                """);
        assertThat(host().bursts().get(0).start().yearKnown()).isFalse();
    }
}
