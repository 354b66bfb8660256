package org.sockmortem.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Boxes that break off or hold nonsense, at a thousand places: a sentence each time, and all that came before. */
class DamagedBoxesTest {
    private static final int PLACES = 60;
    /** The others give whole blocks, larger than these texts, or need their end. */
    private static final Set<String> GIVES_PARTS = Set.of("tar", "tar.gz", "tar.xz of blocks", "tar.gz in tar", "zip");

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
                box("tar.lz4", Box::lz4),
                box("tar.gz in tar", b -> Box.tar(Map.of("inner", Box.gzip(b)))),
                Arguments.of("zip", Box.zip(MEMBERS)),
                Arguments.of("7z", Box.sevenZ(MEMBERS)));
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
            // a tar is padded with zeros, and a zip ends with a directory that is not needed
            int end = withoutPadding(box);
            int cut = 600 + random.nextInt(Math.max(1, end * 9 / 10 - 600));
            Visited visited = Visited.of(Arrays.copyOf(box, cut));
            // a zip that is cut between two members, or within a member's header, reads like a whole one
            assertThat(visited.problems)
                    .as(name + " cut at " + cut)
                    .hasSizeBetween(name.equals("zip") ? 0 : 1, 1)
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
    void nonsenseWithinABoxIsNoFailure(String name, byte[] box) {
        Random random = new Random(name.hashCode());
        for (int i = 0; i < PLACES; i++) {
            byte[] damaged = box.clone();
            for (int j = 0; j < 1 + random.nextInt(4); j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Visited visited = Visited.of(damaged);
            assertThat(visited.problems).as(name).allSatisfy(p -> assertThat(p).endsWith("."));
        }
    }
}
