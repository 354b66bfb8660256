package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.clock.Moment;

/** What tells the year of stamps that have none, and what does not. */
class YearsTest {
    private static final String BANNER = "kernel: Linux version 5.14.0-70.el9.x86_64 (mockbuild@example.org) #1 SMP ";
    private static final String ORPHANS = "kernel: TCP: too many orphaned sockets\n";

    @TempDir
    private Path folder;

    private Moment first(Path path) {
        return Analysis.only(Analysis.of(List.of(path.toString()), Analysis.PLAIN))
                .bursts()
                .get(0)
                .start();
    }

    private Path log(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, text);
    }

    private Path gzip(String text, String written) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        byte[] all = bytes.toByteArray();
        ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN).putInt(4, (int)
                Instant.parse(written).getEpochSecond());
        return Files.write(folder.resolve("messages.gz"), all);
    }

    private Path tar(String text, String written) throws IOException {
        Path path = folder.resolve("logs.tar");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try (TarArchiveOutputStream out = new TarArchiveOutputStream(Files.newOutputStream(path))) {
            TarArchiveEntry entry = new TarArchiveEntry("var/log/messages");
            entry.setSize(bytes.length);
            entry.setModTime(FileTime.from(Instant.parse(written)));
            out.putArchiveEntry(entry);
            out.write(bytes);
            out.closeArchiveEntry();
        }
        return path;
    }

    /** The time on the disk is that of a copy. */
    @Test
    void withoutEvidenceItIsUnknown() throws IOException {
        Path log = log("messages", "Oct 28 21:58:48 web01 " + ORPHANS);
        Files.setLastModifiedTime(log, FileTime.from(Instant.parse("2025-10-28T21:58:48Z")));
        assertThat(first(log).yearKnown()).isFalse();
        assertThat(first(log).offset()).isNull();
    }

    @Test
    void aFileThatWasWrittenOnTheDayOfItsLastLineIsOfThatYear() throws IOException {
        assertThat(first(gzip("Oct 28 21:58:48 web01 " + ORPHANS, "2021-10-29T03:10:00Z"))
                        .wall())
                .hasToString("2021-10-28T21:58:48");
        assertThat(first(tar("Dec 31 23:58:48 web01 " + ORPHANS, "2022-01-01T00:10:00Z"))
                        .wall())
                .hasToString("2021-12-31T23:58:48");
    }

    @Test
    void aCopyIsNotOlderThanItsLog() throws IOException {
        String text = "Oct 28 21:58:48 web01 " + ORPHANS;
        assertThat(first(gzip(text, "2021-12-24T03:10:00Z")).yearKnown()).isFalse();
        assertThat(first(tar(text, "2021-12-24T03:10:00Z")).yearKnown()).isFalse();
    }

    /** A log lies between the making of its kernel and the making of its copy: alone neither tells the year. */
    @Test
    void theKernelWasBuiltBeforeAndTheCopyWasMadeAfter() throws IOException {
        String text =
                "Oct 28 21:58:46 web01 " + BANNER + "Mon Jun 7 16:18:59 UTC 2021\nOct 28 21:58:48 web01 " + ORPHANS;
        assertThat(first(log("messages", text)).yearKnown()).isFalse();
        assertThat(first(tar(text, "2022-02-24T03:10:00Z")).wall()).hasToString("2021-10-28T21:58:48");
        assertThat(first(tar(text, "2022-11-24T03:10:00Z")).yearKnown()).isFalse();
        String debian = text.replace("Mon Jun 7 16:18:59 UTC 2021", "Debian 6.1.76-1 (2021-06-07)");
        assertThat(first(tar(debian, "2022-02-24T03:10:00Z")).wall()).hasToString("2021-10-28T21:58:48");
    }

    @Test
    void onlyLeapYearsHaveA29February() throws IOException {
        String text =
                "Feb 29 21:58:46 web01 " + BANNER + "Mon Jun 7 16:18:59 UTC 2021\nFeb 29 21:58:48 web01 " + ORPHANS;
        assertThat(first(tar(text, "2026-11-24T03:10:00Z")).wall()).hasToString("2024-02-29T21:58:48");
        assertThat(first(log("messages-20251102", text)).wall()).hasToString("2024-02-29T21:58:48");
    }

    /** Of the years between kernel and copy one has a Monday on 3 November. */
    @Test
    void aDayOfTheWeekChoosesAmongTheYearsThatAreLeft() throws IOException {
        String text = "Mon Nov 3 21:58:46 web01 " + BANNER + "Mon Jun 7 16:18:59 UTC 2021\nMon Nov 3 21:58:48 web01 "
                + ORPHANS;
        assertThat(first(tar(text, "2028-02-24T03:10:00Z")).wall()).hasToString("2025-11-03T21:58:48");
        assertThat(first(tar(text.replace("Mon Nov", "Nov"), "2028-02-24T03:10:00Z"))
                        .yearKnown())
                .isFalse();
    }

    @Test
    void aServersFolderOfADayIsBelievedWhereTheLogIsOfThatDay() throws IOException {
        String text = "Oct 28 21:58:48 web01 " + ORPHANS;
        assertThat(first(log("2023/10/28/web01.log", text)).wall()).hasToString("2023-10-28T21:58:48");
        assertThat(first(log("2022/10/web01.log", text)).wall()).hasToString("2022-10-28T21:58:48");
        assertThat(first(log("2019/11/19/web01.log", text)).yearKnown()).isFalse();
    }

    /** A new year, and disorder that is none. */
    @Test
    void decemberIsFollowedByJanuaryAndASmallStepBackByNothing() throws IOException {
        Path log = log(
                "messages-20260110",
                "Dec 31 23:59:58 web01 " + ORPHANS + "Jan  1 00:10:00 web01 " + ORPHANS
                        + "Dec 31 23:59:59 web01 kernel: TCP: out of memory -- consider tuning tcp_mem\n"
                        + "Jan  8 00:10:00 web01 " + ORPHANS + "Jan  7 20:10:00 web01 " + ORPHANS);
        HostReport host = Analysis.only(Analysis.of(List.of(log.toString()), Analysis.PLAIN));
        assertThat(host.boots()).hasSize(1);
        assertThat(host.bursts().stream().map(b -> b.start().wall()).toList().toString())
                .contains("2025-12-31T23:59:58", "2026-01-01T00:10", "2026-01-08T00:10")
                .doesNotContain("2024", "2027");
    }
}
