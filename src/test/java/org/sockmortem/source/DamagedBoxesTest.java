package org.sockmortem.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Boxes that break off or hold nonsense, at a thousand places: a sentence each time, and all that came before. */
class DamagedBoxesTest {
    private static final int PLACES = 100;
    /** The others give whole blocks, larger than these texts, or need their end. */
    private static final Set<String> GIVES_PARTS = Set.of(
            "tar",
            "tar.gz",
            "tar.xz of blocks",
            "tar.gz in tar",
            "tar.zst of a stream",
            "zip",
            "zip in tar.gz",
            "zip of stored members");

    /** A tar has no sums of what its members hold, and neither has such a stream. */
    private static final Set<String> SUMLESS = Set.of("tar", "tar.zst of a stream");

    private static final Map<String, byte[]> MEMBERS = members();

    private static Map<String, byte[]> members() {
        Random random = new Random(7);
        Map<String, byte[]> members = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            StringBuilder text = new StringBuilder();
            for (int line = 0; line < 80; line++) {
                text.append("[")
                        .append(line)
                        .append(".")
                        .append(random.nextInt(1_000_000))
                        .append("] TCP: too many\n");
            }
            members.put("web01/log" + (char) ('a' + i), text.toString().getBytes(StandardCharsets.UTF_8));
        }
        return members;
    }

    static Stream<Arguments> boxes() {
        return Stream.of(
                box("tar", b -> b),
                box("tar.gz", Box::gzip),
                box("tar.bz2", Box::bzip2),
                box("tar.xz", Box::xz),
                box("tar.xz of blocks", b -> Box.xz(b, 4000)),
                box("tar.zst", Box::zstd),
                box("tar.zst of a stream", DamagedBoxesTest::zstdOfBlocks),
                box("tar.lz4", Box::lz4),
                box("tar.gz in tar", b -> Box.tar(Map.of("inner", Box.gzip(b)))),
                box("tar.bz2 in tar.zst", b -> Box.zstd(Box.tar(Map.of("inner", Box.bzip2(b))))),
                Arguments.of("zip", Box.zip(MEMBERS)),
                Arguments.of("zip of stored members", Box.zipStored(MEMBERS)),
                Arguments.of("zip in tar.gz", Box.gzip(Box.tar(Map.of("inner.zip", Box.zip(MEMBERS))))),
                Arguments.of("7z", Box.sevenZ(MEMBERS)),
                Arguments.of("7z in tar", Box.tar(Map.of("inner.7z", Box.sevenZ(MEMBERS)))));
    }

    /** Raw blocks of a thousand bytes, within a window that is larger than all of them; without a sum, as a stream may be. */
    private static byte[] zstdOfBlocks(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 0, 11 << 3});
        for (int at = 0; at < bytes.length; at += 1000) {
            int size = Math.min(1000, bytes.length - at);
            int header = size << 3 | (at + size == bytes.length ? 1 : 0);
            out.writeBytes(new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)});
            out.write(bytes, at, size);
        }
        return out.toByteArray();
    }

    private static Arguments box(String name, UnaryOperator<byte[]> around) {
        return Arguments.of(name, around.apply(Box.tar(MEMBERS)));
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void whatStandsBeforeACutIsReadAndASentenceToldOnce(String name, byte[] box) {
        Random random = new Random(name.hashCode());
        long read = 0;
        for (int i = 0; i < PLACES; i++) {
            // a tar is padded with zeros
            int cut = 600 + random.nextInt(withoutPadding(box) - 600);
            Visited visited = Visited.of(Arrays.copyOf(box, cut));
            assertThat(visited.problems)
                    .as(name + " cut at " + cut)
                    .hasSize(1)
                    .allSatisfy(p -> assertThat(p).startsWith("-").endsWith("."));
            isRead(visited, name + " cut at " + cut);
            read += visited.texts.values().stream().mapToLong(String::length).sum();
        }
        if (GIVES_PARTS.contains(name)) {
            assertThat(read / PLACES).isGreaterThan(5_000);
        }
    }

    private static int withoutPadding(byte[] box) {
        int end = box.length;
        while (box[end - 1] == 0) {
            end--;
        }
        return end;
    }

    private static void isRead(Visited visited, String what) {
        visited.texts.forEach((path, text) -> {
            byte[] whole = MEMBERS.get(path.substring(path.indexOf("web01") < 0 ? 0 : path.indexOf("web01")));
            if (whole != null) {
                assertThat(new String(whole, StandardCharsets.UTF_8)).as(what).startsWith(text);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("boxes")
    void nonsenseWithinABoxIsToldOrDoesNotMatter(String name, byte[] box) {
        Random random = new Random(name.hashCode());
        Map<String, String> whole = Visited.of(box).texts;
        int told = 0;
        for (int i = 0; i < PLACES; i++) {
            byte[] damaged = box.clone();
            // what it is shows in its first bytes, of a 7z in a tar in those behind the tar's header
            int begin = name.equals("7z in tar") ? 520 : 12;
            int place = begin + random.nextInt(damaged.length - begin);
            damaged[place] ^= (byte) (1 + random.nextInt(255));
            Visited visited = Visited.of(damaged);
            assertThat(visited.problems)
                    .as(name)
                    .hasSizeLessThan(2)
                    .allSatisfy(p -> assertThat(p).endsWith("."));
            told += visited.problems.size();
            if (visited.problems.isEmpty() && !SUMLESS.contains(name)) {
                assertThat(visited.texts.values().containsAll(whole.values()))
                        .as(name + " damaged at " + place)
                        .isTrue();
            }
        }
        assertThat(told).isGreaterThan(name.startsWith("tar") ? 0 : PLACES / 2);
    }

    @Test
    void aZipOnDiskThatIsCutAnywhereIsTold(@TempDir Path folder) throws IOException {
        byte[] box = Box.zip(MEMBERS);
        Random random = new Random(5);
        for (int i = 0; i < PLACES; i++) {
            int cut = 30 + random.nextInt(box.length - 30);
            Path file = Files.write(folder.resolve("logs.zip"), Arrays.copyOf(box, cut));
            Visited visited = Visited.of(file);
            assertThat(visited.problems).as("cut at " + cut).hasSize(1);
            isRead(visited, "cut at " + cut);
        }
    }

    @Test
    void aDamagedMemberOfAZipOnDiskDoesNotHideTheOthers(@TempDir Path folder) throws IOException {
        byte[] box = Box.zip(MEMBERS);
        Random random = new Random(6);
        for (int i = 0; i < PLACES; i++) {
            byte[] damaged = box.clone();
            // before the directory
            int place = 200 + random.nextInt(box.length * 9 / 10 - 200);
            damaged[place] ^= (byte) (1 + random.nextInt(255));
            Visited visited = Visited.of(Files.write(folder.resolve("logs.zip"), damaged));
            assertThat(visited.problems).hasSizeLessThan(2);
            long whole = visited.texts.entrySet().stream()
                    .filter(t -> t.getValue().equals(whole(t.getKey())))
                    .count();
            assertThat(whole).as("damaged at " + place).isGreaterThanOrEqualTo(MEMBERS.size() - 1L);
        }
    }

    private static String whole(String path) {
        return new String(
                MEMBERS.getOrDefault(path.substring(path.indexOf("web01")), new byte[0]), StandardCharsets.UTF_8);
    }

    /** A text of many blocks; of one in the middle, what does not depend on it must come, and nothing else but that. */
    static Stream<Arguments> boxesOfBlocks() {
        Map<String, byte[]> one = Map.of("log", LONG);
        return Stream.of(
                Arguments.of("gzip", Box.gzip(LONG), 1 << 17),
                Arguments.of("bzip2", Box.bzip2(LONG), 1 << 20),
                Arguments.of("xz", Box.xz(LONG), 1 << 17),
                Arguments.of("xz of blocks", Box.xz(LONG, 1 << 16), 1 << 17),
                Arguments.of("zstd", Box.zstd(LONG), 1 << 18),
                Arguments.of("tar.zst", Box.zstd(Box.tar(one)), 1 << 18),
                Arguments.of("zip", Box.zip(one), 1 << 17),
                Arguments.of("7z", Box.sevenZ(one), 1 << 17));
    }

    private static final byte[] LONG = longText();

    private static byte[] longText() {
        Random random = new Random(11);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < 60_000; line++) {
            text.append("[")
                    .append(line)
                    .append(".")
                    .append(random.nextInt(1_000_000))
                    .append("] TCP: too many\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("boxesOfBlocks")
    void whatStandsBeforeADamagedBlockIsReadToTheLastByte(String name, byte[] box, int block) {
        byte[] damaged = box.clone();
        for (int i = 0; i < 16; i++) {
            damaged[damaged.length * 3 / 5 + i] ^= (byte) (i * 37 + 1);
        }
        Visited visited = Visited.of(damaged);
        assertThat(visited.problems).hasSize(1).allSatisfy(p -> assertThat(p).contains("damaged"));
        byte[] read = visited.texts.values().iterator().next().getBytes(StandardCharsets.UTF_8);
        int alike = Arrays.mismatch(read, LONG);
        assertThat(alike < 0 ? read.length : alike).as(name).isGreaterThan(LONG.length * 3 / 5 - block);
    }
}
