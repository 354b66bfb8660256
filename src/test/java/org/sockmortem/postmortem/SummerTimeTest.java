package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/** The hour that is there twice, and the one that is not there. */
class SummerTimeTest {
    private static final DateTimeFormatter SYSLOG = DateTimeFormatter.ofPattern("MMM d HH:mm:ss", Locale.ROOT);
    private static final String TWICE = """
            Oct 26 02:59:58 web01 kernel: TCP: too many orphaned sockets
            Oct 26 02:59:59 web01 kernel: TCP: too many orphaned sockets
            Oct 26 02:00:00 web01 kernel: TCP: too many orphaned sockets
            Oct 26 02:00:01 web01 kernel: TCP: too many orphaned sockets
            Oct 26 03:10:01 web01 kernel: TCP: too many orphaned sockets
            """;

    @TempDir
    private Path folder;

    private static PostMortemOptions in(String zone) {
        return new PostMortemOptions(
                PostMortemOptions.DEFAULT_GAP_MICROS,
                null,
                null,
                ZoneId.of(zone),
                2025,
                null,
                null,
                null,
                null,
                "test");
    }

    private static List<Burst> bursts(Report report) {
        HostReport host = Analysis.only(report);
        assertThat(host.boots()).hasSize(1);
        return host.bursts();
    }

    /** What goes back by an hour at night is neither a new year nor another boot, and no time is negative. */
    @Test
    void aClockThatIsPutBackGoesOn() {
        List<Burst> bursts = bursts(Analysis.of(TWICE));
        assertThat(bursts).hasSize(2);
        assertThat(bursts.get(0).printed()).isEqualTo(4);
        assertThat(bursts.get(0).lastPrinted().secondsSince(bursts.get(0).start()))
                .isEqualTo(3);
        assertThat(bursts.get(1).start().secondsSince(bursts.get(0).start())).isEqualTo(3_600 + 603);
    }

    @Test
    void whereTheZoneIsKnownTheSecondHourHasItsOffset() {
        List<Burst> bursts = bursts(Analysis.of(TWICE, in("Europe/Berlin")));
        assertThat(bursts.get(0).start().utc()).isEqualTo(OffsetDateTime.parse("2025-10-26T00:59:58Z"));
        assertThat(bursts.get(0).lastPrinted().utc()).isEqualTo(OffsetDateTime.parse("2025-10-26T01:00:01Z"));
        assertThat(bursts.get(1).start().utc()).isEqualTo(OffsetDateTime.parse("2025-10-26T02:10:01Z"));
    }

    /** Nothing tells whether a single line is of the first hour or the second. */
    @Test
    void aLineInTheHourThatIsThereTwiceMayBeAnHourOff() {
        Burst burst = bursts(Analysis.of(
                        "Oct 26 02:30:00 web01 kernel: TCP: too many orphaned sockets\n", in("Europe/Berlin")))
                .get(0);
        assertThat(burst.start().wallPlusMinusMicros()).isEqualTo(3_601_000_000L);
        assertThat(burst.start().plusMinusMicros()).isEqualTo(1_000_000);
        Burst before = bursts(Analysis.of(
                        "Oct 26 01:30:00 web01 kernel: TCP: too many orphaned sockets\n", in("Europe/Berlin")))
                .get(0);
        assertThat(before.start().wallPlusMinusMicros()).isEqualTo(1_000_000);
    }

    @Test
    void theKernelsOwnClockTellsWhichHourItIs() {
        List<Burst> bursts = bursts(Analysis.of("""
                Oct 26 01:00:00 web01 kernel: [ 1000.000000] TCP: too many orphaned sockets
                Oct 26 02:30:00 web01 kernel: [10000.000000] TCP: too many orphaned sockets
                """, in("Europe/Berlin")));
        assertThat(bursts.get(1).start().utc()).isEqualTo(OffsetDateTime.parse("2025-10-26T01:30:00Z"));
        assertThat(bursts.get(1).start().wallPlusMinusMicros()).isEqualTo(1_000_000);
    }

    @Test
    void theHourThatIsNotThereTakesNoTime() {
        List<Burst> bursts = bursts(Analysis.of("""
                Mar 30 01:59:58 web01 kernel: TCP: too many orphaned sockets
                Mar 30 03:00:01 web01 kernel: TCP: too many orphaned sockets
                """, in("Europe/Berlin")));
        assertThat(bursts).hasSize(1);
        assertThat(bursts.get(0).lastPrinted().secondsSince(bursts.get(0).start()))
                .isEqualTo(3);
    }

    /** Two logs of one host over the change, of which one shows its offsets: each event is counted once. */
    @Test
    void anotherLogsOffsetsTellTheZone() throws IOException {
        for (String change : List.of("2025-10-26T01:00:00Z", "2025-03-30T01:00:00Z")) {
            StringBuilder local = new StringBuilder();
            StringBuilder offset = new StringBuilder();
            for (int i = -40; i < 40; i++) {
                OffsetDateTime at = OffsetDateTime.parse(change)
                        .plusSeconds(i * 211L + i % 7)
                        .atZoneSameInstant(ZoneId.of("Europe/Berlin"))
                        .toOffsetDateTime();
                String text = i % 3 == 0
                        ? " web01 kernel: net_ratelimit: " + (i + 60) + " callbacks suppressed\n"
                        : " web01 kernel: TCP: too many orphaned sockets\n";
                local.append(SYSLOG.format(at)).append(text);
                offset.append(at.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)).append(text);
            }
            Files.writeString(folder.resolve("messages"), local);
            Files.writeString(folder.resolve("kern.log"), offset);
            HostReport host = Analysis.only(Analysis.of(List.of(folder.toString()), Analysis.PLAIN));
            assertThat(Analysis.total(host, Signal.TCP_ORPHANS).printed())
                    .as(change)
                    .isEqualTo(53);
            assertThat(host.bursts())
                    .allMatch(b -> b.evidence().stream().allMatch(c -> c.also().size() == 1));
        }
    }
}
