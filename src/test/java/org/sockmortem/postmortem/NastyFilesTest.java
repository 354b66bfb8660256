package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.SignalTotal;

/**
 * Small files as damage, tools and people leave them, made by hand, and what each must count: printed, repeated and suppressed of each
 * signal, over all hosts. The ones that count nothing speak of the kernel's messages only.
 */
class NastyFilesTest {
    private static final Path FOLDER = Path.of("src/test/resources/org/sockmortem/nasty");

    /** A row of the table: the file's name, what it counts, why it is there. */
    private record Nasty(String name, String totals) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Nasty> files() throws IOException {
        try (Stream<String> rows = Files.lines(FOLDER.resolve("expected.tsv"))) {
            return rows.filter(r -> !r.startsWith("#"))
                    .map(r -> r.split("\t", -1))
                    .map(r -> new Nasty(r[0], r[1]))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void counts(Nasty file) {
        Report report = Analysis.of(List.of(FOLDER.resolve(file.name).toString()), Analysis.PLAIN);
        assertThat(totals(report)).isEqualTo(sorted(file.totals));
    }

    private static String totals(Report report) {
        TreeMap<Signal, long[]> sums = new TreeMap<>();
        for (HostReport host : report.hosts()) {
            for (SignalTotal total : host.totals()) {
                long[] sum = sums.computeIfAbsent(total.signal(), s -> new long[3]);
                sum[0] += total.printed();
                sum[1] += total.repeated();
                sum[2] += total.suppressed().likely();
            }
        }
        String words = sums.entrySet().stream()
                .map(e -> e.getKey().id() + " "
                        + Arrays.stream(e.getValue()).mapToObj(Long::toString).collect(Collectors.joining("+")))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "nothing" : sorted(words);
    }

    private static String sorted(String totals) {
        return String.join("; ", new TreeSet<>(List.of(totals.split("; ", -1))));
    }

    @Test
    void everyFileStandsInTheTable() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(f -> f.getFileName().toString()).filter(n -> !n.equals("expected.tsv")))
                    .containsExactlyInAnyOrderElementsOf(
                            files().stream().map(Nasty::name).toList());
        }
    }
}
