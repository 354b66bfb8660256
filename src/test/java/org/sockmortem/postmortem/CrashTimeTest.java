package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.clock.Moment;
import org.sockmortem.source.Box;

/** A crash's log has no wall clock; the folder that it was saved to was named by one. */
class CrashTimeTest {
    private static final String CRASH = """
            [    0.000000] Linux version 5.14.0-427.el9.x86_64
            [ 3600.000000] TCP: too many orphaned sockets
            [ 7200.000000] Kernel panic - not syncing: hung_task
            """;

    private static Moment start(String... namesAndTexts) {
        HostReport host = Analysis.only(HostArchivesTest.report(Box.tar(Box.members(namesAndTexts))));
        return host.bursts().get(0).start();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var/crash/127.0.0.1-2025-11-02-03:00:12/vmcore-dmesg.txt",
                "var/crash/127.0.0.1-2025-11-02-03_00_12/vmcore-dmesg.txt",
                "var/crash/2025-11-02-03:00/dmesg.txt"
            })
    void theFolderDatesIt(String path) {
        Moment start = start(path, CRASH);
        assertThat(start.uptimeMicros()).isEqualTo(3_600_000_000L);
        // an hour before the end, which was up to two minutes before the folder was made
        assertThat(start.wall())
                .isBetween(LocalDateTime.parse("2025-11-02T01:57:00"), LocalDateTime.parse("2025-11-02T02:00:30"));
        assertThat(start.offset()).isNull();
        assertThat(start.wallPlusMinusMicros()).isGreaterThanOrEqualTo(60_000_000);
    }

    @Test
    void otherFoldersAndOtherDigitsDoNot() {
        assertThat(start("var/crash/202511020300/dmesg.202511020300", CRASH).wall())
                .isNull();
        assertThat(start("var/crash/127.0.0.1-2025-13-42-03:00:12/vmcore-dmesg.txt", CRASH)
                        .wall())
                .isNull();
    }

    @Test
    void aClockInTheLogIsBetter() {
        String rtc = "[    1.000000] rtc_cmos 00:00: setting system clock to 2025-11-02 01:00:01 UTC (1762045201)\n";
        Moment start =
                start("var/crash/127.0.0.1-2025-11-02-03:00:12/vmcore-dmesg.txt", CRASH.replaceFirst("\n", "\n" + rtc));
        assertThat(start.wall())
                .isBetween(LocalDateTime.parse("2025-11-02T02:00:00"), LocalDateTime.parse("2025-11-02T02:00:01"));
    }
}
