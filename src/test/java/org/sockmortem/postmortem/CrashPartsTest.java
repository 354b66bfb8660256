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

/** A crash that the firmware kept in several files, the newest lines in the first. */
class CrashPartsTest {
    @TempDir
    private Path folder;

    private HostReport host() {
        return Analysis.only(Analysis.of(List.of(folder.toString()), Analysis.PLAIN));
    }

    private void part(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    /** The note at the begin of part 1 is of the window of part 2. */
    @Test
    void partsAreOneLogInTheirOwnOrder() throws IOException {
        part("dmesg-efi-170000000003001", "Panic#1 Part3\n<6>[   60.000000] TCP: too many orphaned sockets\n");
        part("dmesg-efi-170000000002001", "Panic#1 Part2\n<6>[   61.000000] TCP: too many orphaned sockets\n");
        part("dmesg-efi-170000000001001", """
                Panic#1 Part1
                <6>[   66.000000] net_ratelimit: 12 callbacks suppressed
                <6>[   66.000000] TCP: too many orphaned sockets
                """);
        HostReport host = host();
        assertThat(host.boots()).hasSize(1);
        assertThat(host.bursts()).hasSize(1);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).printed()).isEqualTo(3);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).suppressed()).isEqualTo(new Suppressed(0, 12, 12));
    }

    @Test
    void twoCrashesAreTwoBoots() throws IOException {
        part("dmesg-efi-170000000002001", "Panic#1 Part2\n<6>[   60.000000] TCP: too many orphaned sockets\n");
        part("dmesg-efi-170000000001001", "Panic#1 Part1\n<6>[   66.000000] TCP: too many orphaned sockets\n");
        part("dmesg-efi-170000500002001", "Panic#1 Part2\n<6>[   70.000000] TCP: too many orphaned sockets\n");
        part("dmesg-efi-170000500001001", "Panic#1 Part1\n<6>[   76.000000] TCP: too many orphaned sockets\n");
        HostReport host = host();
        assertThat(host.boots()).hasSize(2);
        assertThat(Analysis.total(host, Signal.TCP_ORPHANS).printed()).isEqualTo(4);
    }
}
