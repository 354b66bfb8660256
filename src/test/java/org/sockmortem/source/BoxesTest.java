package org.sockmortem.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Boxes are opened by what they hold, in each other, and what is in them comes out as it went in. */
class BoxesTest {
    private static final String TEXT = "Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets\n".repeat(3000);
    private static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    static Stream<Arguments> compressions() {
        return Stream.of(
                Arguments.of("gzip", (UnaryOperator<byte[]>) Box::gzip),
                Arguments.of("bzip2", (UnaryOperator<byte[]>) Box::bzip2),
                Arguments.of("xz", (UnaryOperator<byte[]>) Box::xz),
                Arguments.of("xz", (UnaryOperator<byte[]>) b -> Box.xz(b, 5000)),
                Arguments.of("zstd", (UnaryOperator<byte[]>) Box::zstd),
                Arguments.of("lz4", (UnaryOperator<byte[]>) Box::lz4));
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void aCompressionIsToldByItsContent(String id, UnaryOperator<byte[]> compression) {
        Visited visited = Visited.of(compression.apply(BYTES));
        assertThat(visited.texts).containsExactly(Map.entry("-", TEXT));
        assertThat(visited.at("-").facts().compression()).isEqualTo(id);
        assertThat(visited.problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void streamsThatFollowEachOtherAreOne(String id, UnaryOperator<byte[]> compression) {
        byte[] twice = Box.joined(compression.apply(BYTES), compression.apply(BYTES));
        assertThat(Visited.of(twice).texts.get("-")).isEqualTo(TEXT + TEXT);
    }

    @ParameterizedTest
    @MethodSource("compressions")
    void anArchiveIsWithinACompressionAndTheOtherWayRound(String id, UnaryOperator<byte[]> compression) {
        Map<String, byte[]> members = new LinkedHashMap<>();
        members.put("./web01/var/log/messages.gz", compression.apply(BYTES));
        members.put("web01/hostname", "web01\n".getBytes(StandardCharsets.UTF_8));
        Visited visited = Visited.of(compression.apply(Box.tar(members)));
        assertThat(visited.texts)
                .containsExactly(
                        Map.entry("-!/web01/hostname", "web01\n"), Map.entry("-!/web01/var/log/messages.gz", TEXT));
        Source log = visited.at("-!/web01/var/log/messages.gz");
        assertThat(log.facts().compression()).isEqualTo(id + "+" + id);
        assertThat(log.name()).isEqualTo("-!/web01/var/log/messages");
        assertThat(log.tree()).isEqualTo("-!/web01");
    }

    @Test
    void framesOfZstandardThatAreToBeSkippedAre() {
        byte[] skipped = {0x5F, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3};
        byte[] zstd = Box.zstd(BYTES);
        Visited visited = Visited.of(Box.joined(Box.joined(zstd, skipped), Box.joined(zstd, skipped)));
        assertThat(visited.problems).isEmpty();
        assertThat(visited.texts.get("-")).isEqualTo(TEXT + TEXT);
    }

    @Test
    void boxesOfAllKindsLieInEachOther() {
        byte[] inner = Box.zip(Box.members("a/log", TEXT));
        byte[] middle = Box.sevenZ(Map.of("b.zip", inner));
        Visited visited = Visited.of(Box.xz(Box.tar(Map.of("c.bin", Box.gzip(middle)))));
        assertThat(visited.problems).isEmpty();
        assertThat(visited.texts).containsExactly(Map.entry("-!/c.bin!/b.zip!/a/log", TEXT));
    }

    @Test
    void everyDialectOfTarIsRead() {
        String name = "very/long/".repeat(30) + "messages";
        for (int dialect : new int[] {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX}) {
            Visited visited = Visited.of(Box.tar(Box.members(name, TEXT, "last", "x"), dialect));
            assertThat(visited.problems).isEmpty();
            assertThat(visited.texts).containsEntry("-!/" + name, TEXT).containsEntry("-!/last", "x");
        }
    }

    @Test
    void aSevenZFileIsReadFromDisk() throws IOException {
        Path file = Files.write(folder.resolve("logs"), Box.sevenZ(Box.members("messages", TEXT, "other", "x")));
        assertThat(Visited.of(file).texts)
                .containsExactly(Map.entry(file + "!/messages", TEXT), Map.entry(file + "!/other", "x"));
    }

    @Test
    void aLinkInAZipOnDiskIsFollowedInside() throws IOException {
        Map<String, byte[]> members = Box.members(
                "sos/var/log/messages", Box.LINK + "../../data/cut", "sos/data/cut", TEXT, "sos/etc/hostname", "web01");
        for (byte[] zip : new byte[][] {Box.zip(members), Box.zipStored(members)}) {
            Path file = Files.write(folder.resolve("sos.zip"), zip);
            Visited visited = Visited.of(file);
            assertThat(visited.problems).isEmpty();
            assertThat(visited.texts)
                    .containsExactly(
                            Map.entry(file + "!/sos/data/cut", TEXT), Map.entry(file + "!/sos/etc/hostname", "web01"));
            assertThat(visited.at(file + "!/sos/data/cut").name()).isEqualTo(file + "!/sos/var/log/messages");
        }
    }

    @Test
    void aPlainFileKeepsItsPlaceOnDisk() throws IOException {
        Path file = Files.write(folder.resolve("messages"), BYTES);
        Source source = Visited.of(file).at(file.toString());
        assertThat(source.file()).isEqualTo(file);
        assertThat(source.facts().size()).isEqualTo(BYTES.length);
        assertThat(source.isBoxed()).isFalse();
    }

    @Test
    void textThatBeginsLikeABoxIsText() {
        for (String text : new String[] {"BZh is how bzip2 begins\n", "PK\n", "7z\n", "", "\n".repeat(600)}) {
            assertThat(Visited.of(text.getBytes(StandardCharsets.UTF_8)).texts).containsExactly(Map.entry("-", text));
        }
    }
}
