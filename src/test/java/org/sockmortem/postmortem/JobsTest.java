package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.parse.Sample;
import org.sockmortem.report.Format;
import org.sockmortem.report.ReportOptions;
import org.sockmortem.source.ReadProgress;
import org.sockmortem.source.Source;
import org.sockmortem.source.Sources;

/** However many threads read, and whatever is remembered between lines: the same bytes come out. */
class JobsTest {
    static List<String> captures() throws IOException {
        try (Stream<Path> ours = Files.walk(Path.of("samples"));
                Stream<Path> lab = Files.walk(Path.of("src/test/resources/org/sockmortem/lab"))) {
            return Stream.concat(ours, lab)
                    .filter(Files::isRegularFile)
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("captures")
    void aCapturedFileGivesTheSameReport(String path) {
        String plain = json(Sources.under(List.of(path), InputStream.nullInputStream()), false, 1);
        for (int jobs : List.of(1, 2, 7)) {
            Sources sources = Sources.under(List.of(path), InputStream.nullInputStream());
            assertThat(json(sources, true, jobs)).as("%d jobs", jobs).isEqualTo(plain);
        }
    }

    @Test
    void foldersGiveTheSameReport() {
        List<String> folders = List.of("samples", "src/test/resources/org/sockmortem/lab");
        String plain = json(Sources.under(folders, InputStream.nullInputStream()), false, 1);
        for (int jobs : List.of(1, 2, 7)) {
            Sources sources = Sources.under(folders, InputStream.nullInputStream());
            assertThat(json(sources, true, jobs)).as("%d jobs", jobs).isEqualTo(plain);
        }
    }

    /** Several blocks, so that threads have something to share: floods, hosts, repetition notes, boots, all lines that are known. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void aLongLogGivesTheSameReport(long seed) {
        byte[] log = log(new Random(seed)).getBytes(StandardCharsets.UTF_8);
        String plain = json(standardInput(log), false, 1);
        assertThat(plain).contains("tcp.orphans");
        for (int jobs : List.of(1, 2, 7)) {
            assertThat(json(standardInput(log), true, jobs))
                    .as("seed %d, %d jobs", seed, jobs)
                    .isEqualTo(plain);
        }
    }

    private static String log(Random random) {
        List<Sample> samples = Sample.recognised();
        StringBuilder log = new StringBuilder();
        long micros = 0;
        while (log.length() < 1_400_000) {
            micros += random.nextInt(2_000_000);
            String host = "web-0" + random.nextInt(1 + (int) (micros / 500_000_000 % 3));
            String head = stamp(micros) + " " + host + " ";
            switch (random.nextInt(8)) {
                case 0 -> log.append(head).append("last message repeated 3 times\n");
                case 1 -> log.append(head).append("app[17]: nothing of ours\n");
                case 2 ->
                    log.append(samples.get(random.nextInt(samples.size())).line())
                            .append('\n');
                case 3 ->
                    log.append(head)
                            .append("kernel: net_ratelimit: ")
                            .append(random.nextInt(400))
                            .append(" callbacks suppressed\n");
                default ->
                    log.append((head + "kernel: TCP: too many orphaned sockets\n").repeat(1 + random.nextInt(12)));
            }
        }
        return log.toString();
    }

    private static String stamp(long micros) {
        long second = micros / 1_000_000;
        return String.format(
                Locale.ROOT,
                "Oct %2d %02d:%02d:%02d",
                1 + second / 86_400 % 28,
                second / 3_600 % 24,
                second / 60 % 60,
                second % 60);
    }

    private static Sources standardInput(byte[] log) {
        return Sources.under(List.of(Source.STANDARD_INPUT), new ByteArrayInputStream(log));
    }

    private static String json(Sources sources, boolean remembers, int jobs) {
        Report report;
        try (ParserPool parsers = new ParserPool(jobs, remembers)) {
            report = PostMortem.of(sources, Analysis.PLAIN, ReadProgress.NONE, parsers);
        }
        StringWriter out = new StringWriter();
        try {
            Format.JSON.reporter().write(report, ReportOptions.PLAIN, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }
}
