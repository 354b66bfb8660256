package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sockmortem.clock.Moment;

/** Boots whose first lines were stamped before anything had set the clock. */
class UnsetClockTest {
    private static final String BANNER =
            "Linux version 6.1.0-18-amd64 (builder@example.org) #1 SMP Debian 6.1.76-1 (2024-02-01)\n";

    private static HostReport boot(String text) {
        HostReport host = Analysis.host(text);
        assertThat(host.boots()).hasSize(1);
        return host;
    }

    @Test
    void laterStampsTellTheTimeOfThoseOf1970() {
        HostReport host = boot("1970-01-01T00:00:05.000000+00:00 web01 kernel: [    0.000000] " + BANNER + """
                1970-01-01T00:00:15.000000+00:00 web01 kernel: [   15.000000] TCP: too many orphaned sockets
                2025-03-14T10:00:05.000000+00:00 web01 kernel: [   60.000000] TCP: too many orphaned sockets
                """);
        assertThat(host.bursts()).hasSize(1);
        assertThat(host.bursts().get(0).start().utc()).isEqualTo(OffsetDateTime.parse("2025-03-14T09:59:20Z"));
        Moment begin = Objects.requireNonNull(host.boots().get(0).start());
        assertThat(begin.utc()).isEqualTo(OffsetDateTime.parse("2025-03-14T09:59:05Z"));
        assertThat(host.uncovered()).isEmpty();
    }

    /** A hardware clock that is years late. */
    @Test
    void aClockIsNotRightBeforeItsKernelWasBuilt() {
        HostReport host = boot("2015-06-01T08:00:05+00:00 web01 kernel: " + BANNER + """
                2015-06-01T08:00:15+00:00 web01 kernel: TCP: too many orphaned sockets
                2025-03-14T10:00:05+00:00 web01 kernel: TCP: too many orphaned sockets
                """);
        assertThat(host.bursts().get(0).start().utc()).isEqualTo(OffsetDateTime.parse("2025-03-14T10:00:05Z"));
        // nobody says how long the clock stayed unset after the first of the two
        assertThat(host.bursts().get(0).start().plusMinusMicros()).isGreaterThanOrEqualTo(600_000_000);
    }

    @Test
    void theFirstOfJanuaryOfAnUnsetClockIsNoNewYear() {
        HostReport host = Analysis.host("""
                Oct 13 09:00:00 web01 kernel: TCP: too many orphaned sockets
                Jan  1 00:00:05 web01 kernel: %sJan  1 00:00:15 web01 kernel: TCP: too many orphaned sockets
                Oct 14 10:00:05 web01 kernel: TCP: too many orphaned sockets
                """.replace("%s", BANNER));
        assertThat(host.boots()).hasSize(2);
        LocalDateTime before =
                Objects.requireNonNull(host.bursts().get(0).start().wall());
        LocalDateTime after = host.bursts().get(1).start().wall();
        assertThat(after).isAfter(before).isBefore(before.plusDays(2));
        assertThat(host.bursts().get(1).printed()).isEqualTo(2);
    }

    @Test
    void aBootAtNewYearIsOne() {
        HostReport host = Analysis.host("""
                Dec 31 23:58:00 web01 kernel: TCP: too many orphaned sockets
                Jan  1 00:00:05 web01 kernel: %sJan  1 00:00:15 web01 kernel: TCP: too many orphaned sockets
                Mar 14 10:00:05 web01 kernel: TCP: too many orphaned sockets
                """.replace("%s", BANNER));
        LocalDateTime before =
                Objects.requireNonNull(host.bursts().get(0).start().wall());
        LocalDateTime after = host.bursts().get(1).start().wall();
        // of the stand-in years the next one
        assertThat(after).isAfter(before).hasDayOfMonth(1).hasSecond(15);
        assertThat(host.bursts()).hasSize(3);
    }

    @Test
    void aHardwareClockOfBeforeTheKernelTellsNothing() {
        HostReport host = boot("[    0.000000] " + BANNER + """
                [    1.203498] rtc_cmos 00:05: setting system clock to 2015-01-01T00:00:19 UTC (1420070419)
                [    2.510240] TCP: too many orphaned sockets
                """);
        assertThat(host.bursts().get(0).start().wall()).isNull();
    }

    /** A machine that slept a day when it had run for long: its clock was right before. */
    @Test
    void aSuspendIsNoClockThatWasNotSet() {
        HostReport host = boot("""
                2025-03-12T10:00:05.000000+00:00 web01 kernel: [ 9000.000000] TCP: too many orphaned sockets
                2025-03-14T10:00:05.000000+00:00 web01 kernel: [ 9060.000000] TCP: too many orphaned sockets
                """);
        assertThat(host.bursts().get(0).start().utc()).isEqualTo(OffsetDateTime.parse("2025-03-12T10:00:05Z"));
    }
}
