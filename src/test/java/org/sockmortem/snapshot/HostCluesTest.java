package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.source.SourceRef;

class HostCluesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sosreport-x/hostname",
                "sosreport-x/sos_commands/host/hostname",
                "box.tar.xz!/sosreport-x/etc/hostname",
                "uname",
                "insights_commands/hostname_-f",
                "sos_commands/host/hostnamectl_status",
                "etc/machine-id",
                "proc/sys/kernel/random/boot_id",
                "sos_commands/date/date_--utc",
                "date",
                "proc/stat",
                "proc/uptime",
                "sos_commands/systemd/timedatectl",
                "etc/timezone",
                "proc/version",
                "sysctl_-a"
            })
    void readsFilesOfTheHost(String path) {
        assertThat(HostClues.Reader.reads(path)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var/log/messages",
                "proc/4711/stat",
                "sos_commands/networking/namespaces/blue/hostname",
                "var/lib/docker/overlay2/1/diff/etc/hostname",
                "etc/hostname.orig",
                "candidate"
            })
    void leavesOtherFilesAlone(String path) {
        assertThat(HostClues.Reader.reads(path)).isFalse();
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(clues()).isEqualTo(new HostClues(null, null, null, null, null, null, null, null));
        assertThat(clues("hostname", "(none)\n", "date", "date: invalid date\n", "etc/machine-id", "uninitialized\n"))
                .isEqualTo(clues());
    }

    @Test
    void aTreeTellsAll() {
        HostClues clues = clues(
                "x/etc/machine-id", "F9A1477E7B804398A25D3710D4E796BA\n",
                "x/proc/sys/kernel/random/boot_id", "6cb10e2d-1dad-492a-a2d0-100238ac880f\n",
                "x/proc/stat", "cpu  1 2 3\nbtime 1418183276\n",
                "x/proc/uptime", "63300.55 1.00\n",
                "x/sos_commands/host/uptime", " 21:58:48 up 17:35,  1 user\n",
                "x/date", "Tue Oct 28 21:58:48 CET 2025\n",
                "x/timedatectl",
                        "      Local time: Tue 2025-10-28 21:58:49 CET\n       Time zone: Europe/Berlin (CET, +0100)\n",
                "x/uname", "Linux web-1 4.18.0-80.el8.x86_64 #1 SMP Sun Sep 15 11:24:21 UTC 2019 x86_64\n");
        assertThat(clues.machineId())
                .isEqualTo(new Clue<>("f9a1477e7b804398a25d3710d4e796ba", new SourceRef("x/etc/machine-id", 1)));
        assertThat(clues.bootId()).extracting(Clue::value).isEqualTo("6cb10e2d1dad492aa2d0100238ac880f");
        assertThat(clues.btime()).isEqualTo(new Clue<>(1418183276L, new SourceRef("x/proc/stat", 2)));
        assertThat(clues.uptime()).extracting(Clue::value).isEqualTo(new Uptime(63300, 1));
        assertThat(clues.timeZone()).extracting(Clue::value).isEqualTo("Europe/Berlin");
        assertThat(clues.release()).extracting(Clue::value).isEqualTo("4.18.0-80.el8.x86_64");
        assertThat(clues.hostname()).extracting(Clue::value).isEqualTo("web-1");
        assertThat(clues.date())
                .extracting(Clue::value)
                .isEqualTo(new WallClock(LocalDateTime.of(2025, 10, 28, 21, 58, 48), null, "CET"));
    }

    @Test
    void theBetterSourceOfANameWinsInAnyOrder() {
        String[] files = {
            "uname", "Linux short 5.4.0 #1 SMP x86_64\n",
            "insights_commands/hostname_-f", "full.example.org\n",
            "etc/hostname", "named\n",
            "sos_commands/host/hostnamectl_status", "   Static hostname: static\n",
            "hostname", "localhost.localdomain\n"
        };
        assertThat(name(clues(files))).isEqualTo("named");
        String[] backwards = new String[files.length];
        for (int i = 0; i < files.length; i += 2) {
            backwards[i] = files[files.length - 2 - i];
            backwards[i + 1] = files[files.length - 1 - i];
        }
        assertThat(clues(backwards)).isEqualTo(clues(files));
        assertThat(name(clues("hostname", "localhost\n"))).isEqualTo("localhost");
        assertThat(name(clues("hostname", "hostname: Name or service not known\n", "uname", files[1])))
                .isEqualTo("short");
    }

    @Test
    void theUtcClockBesideTheLocalOneProvesTheOffset() {
        HostClues clues =
                clues("date", "Tue Oct 28 21:58:48 XYZ 2025\n", "date_--utc", "Tue Oct 28 16:28:49 UTC 2025\n");
        assertThat(Objects.requireNonNull(clues.date()).value().offset()).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
        HostClues apart =
                clues("date", "Tue Oct 28 21:58:48 XYZ 2025\n", "date_--utc", "Tue Oct 28 16:35:49 UTC 2025\n");
        assertThat(Objects.requireNonNull(apart.date()).value().offset()).isNull();
        HostClues alone = clues("date_--utc", "Tue Oct 28 16:28:49 UTC 2025\n");
        assertThat(Objects.requireNonNull(alone.date()).value().offset()).isEqualTo(ZoneOffset.UTC);
    }

    private static String name(HostClues clues) {
        return Objects.requireNonNull(clues.hostname()).value();
    }

    private static HostClues clues(String... pathsAndTexts) {
        HostClues.Reader reader = new HostClues.Reader();
        try {
            for (int i = 0; i < pathsAndTexts.length; i += 2) {
                reader.read(Captured.stream(pathsAndTexts[i + 1]), pathsAndTexts[i]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return reader.clues();
    }
}
