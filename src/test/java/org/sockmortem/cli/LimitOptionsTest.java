package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.source.Box;
import tools.jackson.databind.JsonNode;

/** Every limit on boxes: a sentence that names it, exit code 3, and what came before it analysed. */
class LimitOptionsTest {
    private static final String LINE = "2026-02-17T09:14:03+01:00 web1 kernel: TCP: too many orphaned sockets\n";

    @TempDir
    private Path folder;

    private static byte[] twoLogs() {
        return Box.tar(
                Box.members("first/messages", LINE, "second/" + "long".repeat(20) + "/messages", LINE.repeat(2000)));
    }

    /** More than a gibibyte of nothing, below which no ratio is suspicious. */
    private static byte[] nothing() {
        byte[] zeros = Box.gzip(new byte[1 << 24]);
        byte[] all = new byte[zeros.length * 70];
        for (int i = 0; i < 70; i++) {
            System.arraycopy(zeros, 0, all, i * zeros.length, zeros.length);
        }
        return Box.tar(Map.of("zeros.gz", all));
    }

    static Stream<Arguments> limits() {
        return Stream.of(
                Arguments.of("entry-size=100000", twoLogs(), "This member is larger than is allowed"),
                Arguments.of("total-size=100KiB", Box.gzip(twoLogs()), "hold more than is allowed"),
                Arguments.of("ratio=20", nothing(), "The gzip data give more for each byte than is allowed"),
                Arguments.of("depth=1", Box.gzip(twoLogs()), "Boxes lie in boxes deeper than is allowed"),
                Arguments.of("count=1", twoLogs(), "have more members than is allowed"),
                Arguments.of(
                        "name-length=50",
                        Box.zip(Box.members("a", LINE, "b".repeat(60), LINE)),
                        "A member's name is longer than is allowed"));
    }

    @ParameterizedTest
    @MethodSource("limits")
    void aLimitEndsTheReadingWithASentence(String limit, byte[] box, String sentence) {
        Invocation.Result result = new Invocation()
                .standardInput(new ByteArrayInputStream(box))
                .with("analyze", "--limit", limit, "--format", "json", "-");
        assertThat(result.exit()).isEqualTo(ExitStatus.PARTIAL);
        String name = limit.substring(0, limit.indexOf('='));
        assertThat(result.err().lines().filter(l -> l.contains(sentence) && l.contains("--limit " + name + "=")))
                .hasSize(1);
        if (!name.equals("ratio") && !name.equals("depth")) {
            JsonNode totals = result.host().get("totals");
            assertThat(totals.get(0).get("printed").asInt())
                    .as("what came before")
                    .isPositive();
        }
    }

    @Test
    void whatStaysWithinTheLimitsIsReadWhole() {
        Invocation.Result result = new Invocation()
                .standardInput(new ByteArrayInputStream(Box.gzip(twoLogs())))
                .with("analyze", "--limit", "entry-size=1MiB", "--limit", "count=2", "--limit", "depth=2", "-q", "-");
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void aBatchHasThemTooAndDoesAgainWhatTheyChange() throws IOException {
        Path box = Files.write(folder.resolve("web1.tar"), twoLogs());
        String[] words = {
            "batch", box.toString(), "--out", folder.resolve("out").toString(), "--limit", "count=1"
        };
        Invocation.Result cut = Invocation.run(words);
        assertThat(cut.exit()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(cut.err()).contains("have more members than is allowed (--limit count=1)");
        words[words.length - 1] = "count=2";
        assertThat(Invocation.run(words).exit()).isEqualTo(ExitStatus.DONE);
        assertThat(Files.readString(folder.resolve("out/hosts.ndjson"), StandardCharsets.UTF_8))
                .contains("\"status\":\"ok\"");
    }

    @Test
    void noSuchLimitIsWrongUsage() {
        Invocation.Result result = Invocation.run("analyze", "--limit", "size=1", "-");
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).contains("entry-size");
    }
}
