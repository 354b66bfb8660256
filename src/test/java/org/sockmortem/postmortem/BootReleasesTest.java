package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which kernel a boot ran is told by archives where no line of the log tells it. */
class BootReleasesTest {
    private static final String BANNER = "Linux version 5.14.0-503 (a@example.org) #1 SMP";

    @TempDir
    private Path folder;

    /** A host's tree as sosreport leaves it, made on that day of March at noon. */
    private void archive(int day, String release, String... messages) throws IOException {
        Path tree = folder.resolve("sosreport-web01-2026-03-" + day);
        file(tree, "etc/hostname", "web01");
        file(tree, "etc/machine-id", "0123456789abcdef0123456789abcdef");
        file(tree, "uname", "Linux web01 " + release + " #1 SMP x86_64 GNU/Linux");
        file(tree, "date", "Sun Mar " + day + " 12:00:00 UTC 2026");
        file(tree, "proc/sys/kernel/osrelease", release);
        file(tree, "var/log/messages", String.join("\n", messages));
    }

    private static void file(Path tree, String name, String text) throws IOException {
        Files.createDirectories(tree.resolve(name).getParent());
        Files.writeString(tree.resolve(name), text + "\n");
    }

    private static String line(String day, String text) {
        return "2026-03-" + day + "T00:00:00.000000+00:00 web01 kernel: " + text;
    }

    private Map<Integer, String> releases() {
        return Analysis.only(Analysis.of(List.of(folder.toString()), Analysis.PLAIN))
                .releases();
    }

    private static final String ORPHANS = "TCP: too many orphaned sockets";

    @Test
    void theOnlyBootIsThatOfTheArchive() throws IOException {
        archive(10, "5.14.0-427", line("08", ORPHANS));
        assertThat(releases()).containsExactly(Map.entry(0, "5.14.0-427"));
    }

    /** An archive that was made after the change says nothing of the boot before. */
    @Test
    void theBootBeforeIsNotThatOfTheArchive() throws IOException {
        archive(20, "5.14.0-503", line("08", ORPHANS), line("15", BANNER), line("18", ORPHANS));
        assertThat(releases()).containsExactly(Map.entry(1, "5.14.0-503"));
    }

    @Test
    void anEarlierArchiveTellsOfTheBootBefore() throws IOException {
        archive(10, "5.14.0-427", line("08", ORPHANS));
        archive(20, "5.14.0-503", line("08", ORPHANS), line("15", BANNER), line("18", ORPHANS));
        assertThat(releases()).containsOnly(Map.entry(0, "5.14.0-427"), Map.entry(1, "5.14.0-503"));
    }
}
