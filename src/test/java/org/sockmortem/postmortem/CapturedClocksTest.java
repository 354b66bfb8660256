package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.clock.Moment;

/** What captured files and dmesg(1)'s own reckoning tell of both clocks, and how exactly. */
class CapturedClocksTest {
    private static final String DMESG = """
            [    0.000000] Linux version 6.1.0-18-amd64 (builder@example.org) #1 SMP Debian 6.1.76-1 (2024-02-01)
            [  100.239125] TCP: too many orphaned sockets
            [63286.239129] TCP: too many orphaned sockets
            [63291.351037] net_ratelimit: 56 callbacks suppressed
            [63291.351063] TCP: too many orphaned sockets
            """;

    @TempDir
    private Path folder;

    private void file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private HostReport host() {
        return Analysis.only(Analysis.of(List.of(folder.toString()), Analysis.PLAIN));
    }

    private static LocalDateTime utc(Moment moment) {
        LocalDateTime wall = moment.wall();
        ZoneOffset offset = moment.offset();
        return wall == null || offset == null ? LocalDateTime.MIN : wall.minusSeconds(offset.getTotalSeconds());
    }

    @Test
    void dateAndUptimeTellWhenTheBootBegan() throws IOException {
        file("dmesg", DMESG);
        file("proc/uptime", "64000.25 120000.00\n");
        file("date", "Tue Oct 28 22:10:42 CET 2025\n");
        Moment start = host().bursts().get(1).start();
        assertThat(start.yearKnown()).isTrue();
        assertThat(start.wall())
                .isBetween(LocalDateTime.parse("2025-10-28T21:58:46"), LocalDateTime.parse("2025-10-28T21:58:49"));
        assertThat(start.offset()).isNull();
        // two commands of one capture, and the kernel's own clock drifts
        assertThat(start.wallPlusMinusMicros()).isBetween(120_000_000L, 140_000_000L);
        assertThat(start.plusMinusMicros()).isEqualTo(1);
    }

    @Test
    void aNamedZoneMakesItAPointInTime() throws IOException {
        file("dmesg", DMESG);
        file("proc/uptime", "64000.25 120000.00\n");
        file("date", "Tue Oct 28 22:10:42 CET 2025\n");
        file("etc/timezone", "Europe/Berlin\n");
        assertThat(utc(host().bursts().get(1).start()))
                .isBetween(LocalDateTime.parse("2025-10-28T20:58:46"), LocalDateTime.parse("2025-10-28T20:58:49"));
    }

    @Test
    void btimeIsExactAtTheBootAndLessSoLater() throws IOException {
        file("dmesg", DMESG);
        file("proc/stat", "cpu 1 2 3\nbtime 1761625402\n");
        HostReport host = host();
        Moment soon = host.bursts().get(0).start();
        Moment late = host.bursts().get(1).start();
        assertThat(utc(soon)).hasToString("2025-10-28T04:25:02.239125");
        assertThat(soon.wallPlusMinusMicros()).isLessThan(1_100_000);
        assertThat(late.wallPlusMinusMicros()).isGreaterThan(5_000_000).isLessThan(10_000_000);
    }

    /** What a crash left is of the boot before the one in which everything else was captured. */
    @Test
    void aCrashIsNotOfTheBootThatWasCaptured() throws IOException {
        file("var/crash/127.0.0.1-2025-10-27-03:00:00/vmcore-dmesg.txt", DMESG);
        file("proc/stat", "cpu 1 2 3\nbtime 1761625402\n");
        assertThat(host().bursts().get(0).start().wall()).isNull();
    }

    /** Stamps that are beyond the captured uptime are of an earlier boot. */
    @Test
    void aLogThatGoesFurtherThanTheUptimeIsOfAnotherBoot() throws IOException {
        file("dmesg.txt", DMESG);
        file("proc/uptime", "600.25 1200.00\n");
        file("date", "Tue Oct 28 22:10:42 UTC 2025\n");
        assertThat(host().bursts().get(0).start().wall()).isNull();
    }

    @Test
    void dmesgInBothFormsTellsTheClockWithinASecondAndTheDrift() throws IOException {
        file("dmesg", DMESG.substring(DMESG.indexOf("[  100")));
        file("dmesg_-T", reckoned("2025-10-28T04:23:22", 0));
        HostReport host = host();
        Moment start = host.bursts().get(1).start();
        assertThat(host.boots()).hasSize(1);
        assertThat(host.bursts().get(1).printed()).isEqualTo(2);
        assertThat(start.uptimeMicros()).isEqualTo(63_286_239_129L);
        assertThat(start.wall())
                .isBetween(LocalDateTime.parse("2025-10-28T21:58:07"), LocalDateTime.parse("2025-10-28T21:58:10"));
        assertThat(start.wallPlusMinusMicros()).isBetween(1_000_000L, 10_000_000L);
    }

    /** dmesg -T adds the whole time asleep to every line: the early ones may be that far off, and the report says so. */
    @Test
    void aSuspendShowsInTheWidth() throws IOException {
        file("dmesg", DMESG);
        file("dmesg_-T", reckoned("2025-10-28T04:23:22", 4_200));
        file("proc/stat", "cpu 1 2 3\nbtime 1761625402\n");
        file("date", "Tue Oct 28 23:59:00 UTC 2025\n");
        HostReport host = host();
        Moment early = host.bursts().get(0).start();
        assertThat(early.wallPlusMinusMicros() / 1e6).isCloseTo(4_200, within(5.0));
        assertThat(utc(host.bursts().get(1).start()))
                .isBetween(LocalDateTime.parse("2025-10-28T23:08:07"), LocalDateTime.parse("2025-10-28T23:08:10"));
    }

    /** The real-time clock has whole seconds, and audit's stamp is the clock before that was set. */
    @Test
    void whatTheKernelSaysOfItsClockIsOfWholeSeconds() throws IOException {
        file("dmesg", """
                [    0.717129] audit: type=2000 audit(1795379838.512:1): state=initialized audit_enabled=0 res=1
                [    1.203498] rtc_cmos 00:05: setting system clock to 2026-11-22T20:37:19 UTC (1795379839)
                [    2.510240] TCP: too many orphaned sockets
                """);
        Moment start = host().bursts().get(0).start();
        assertThat(start.wallPlusMinusMicros()).isGreaterThanOrEqualTo(1_000_000);
        // 20:37:19 and a half, at 1.203498
        assertThat(utc(start))
                .isBetween(LocalDateTime.parse("2026-11-22T20:37:20"), LocalDateTime.parse("2026-11-22T20:37:21.3"));
    }

    /** dmesg -T of {@link #DMESG}, which counts from that boot in whole seconds, as dmesg(1) does. */
    private static String reckoned(String boot, long asleep) {
        StringBuilder text = new StringBuilder();
        for (String line : DMESG.split("\n", -1)) {
            if (!line.isBlank()) {
                long second = (long)
                        Double.parseDouble(line.substring(1, line.indexOf(']')).strip());
                LocalDateTime at = LocalDateTime.parse(boot).plusSeconds(second + asleep);
                text.append("[Tue Oct 28 ")
                        .append(at.toLocalTime())
                        .append(" 2025]")
                        .append(line.substring(line.indexOf(']') + 1))
                        .append('\n');
            }
        }
        return text.toString();
    }
}
