package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whose a log is whose lines name no host. */
class NamelessLogsTest {
    private static final String BOOT = "[    0.000000] Linux version 6.1.0-18-amd64 (debian-kernel@lists.debian.org)\n";
    private static final String ORPHANS = "[   99.100000] TCP: too many orphaned sockets\n";

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<HostReport> hosts() {
        return Analysis.of(List.of(folder.toString()), Analysis.options(60_000_000))
                .hosts();
    }

    @Test
    void twoFoldersOfWhichNothingTellsWhoseTheyAreAreTwoHosts() throws IOException {
        write("a/dmesg", BOOT + ORPHANS);
        write("a/sysctl_-a", "net.ipv4.tcp_max_orphans = 1\n");
        write("b/dmesg", BOOT + ORPHANS + ORPHANS);
        write("b/crash/vmcore-dmesg.txt", BOOT + ORPHANS + ORPHANS);
        write("b/sysctl_-a", "net.ipv4.tcp_max_orphans = 2\n");
        assertThat(hosts()).extracting(HostReport::host).containsExactly("unknown", "unknown~2");
        assertThat(hosts()).extracting(HostReport::namedBy).containsOnlyNulls();
        assertThat(hosts()).extracting(h -> h.totals().get(0).printed()).containsExactly(1L, 2L);
        assertThat(hosts())
                .extracting(h -> h.readings().get(0).value())
                .as("each has its own settings")
                .containsExactly("1", "2");
    }

    @Test
    void whatLiesInOneFolderOrBelowItIsOneHost() throws IOException {
        write("dmesg", BOOT + ORPHANS);
        write("old/dmesg", BOOT + ORPHANS);
        assertThat(hosts()).extracting(HostReport::host).containsExactly("unknown");
    }

    @Test
    void theNameThatAHostWasGivenAsItStartedNamesIt() throws IOException {
        String given = "[    4.200000] systemd[1]: Set hostname to <%s>.\n";
        write("dmesg-1", BOOT + given.replace("%s", "web01.example.org") + ORPHANS);
        write("dmesg-2", BOOT + given.replace("%s", "web02.example.org") + ORPHANS);
        assertThat(hosts()).extracting(HostReport::host).containsExactly("web01.example.org", "web02.example.org");
        assertThat(hosts())
                .extracting(HostReport::namedBy)
                .containsExactly(
                        folder.resolve("dmesg-1").toString(),
                        folder.resolve("dmesg-2").toString());
    }

    @Test
    void itIsTheLastToBeBelieved() throws IOException {
        write("dmesg", BOOT + "[    4.200000] systemd[1]: Set hostname to <template>.\n" + ORPHANS);
        write("dmesg_-T", "[Tue Feb 17 09:14:03 2026] TCP: too many orphaned sockets\n");
        assertThat(hosts()).extracting(HostReport::host).containsExactly("template");
        write("etc/hostname", "web01\n");
        assertThat(hosts()).extracting(HostReport::host).containsExactly("web01");
    }
}
