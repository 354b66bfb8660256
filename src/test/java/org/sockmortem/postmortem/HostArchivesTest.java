package org.sockmortem.postmortem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.Box;
import org.sockmortem.source.Source;
import org.sockmortem.source.Sources;

/** A capture of a real kernel as collecting tools would have kept it, every event up to six times: it counts as in the capture alone. */
class HostArchivesTest {
    private static final PostMortemOptions OPTIONS = Analysis.options(3_000_000);
    private static final HostReport ALONE = Analysis.only(Analysis.of(List.of(HostTrees.CAPTURE.toString()), OPTIONS));

    private static final Map<String, Map<String, byte[]>> TREES = Map.of(
            "sosreport", HostTrees.sosreport("web01"),
            "insights", HostTrees.insights("web01"),
            "supportconfig", HostTrees.supportconfig("web01"),
            "central", HostTrees.central("web01"));

    private static final Map<String, Function<Map<String, byte[]>, byte[]>> BOXES = Map.of(
            "tar", Box::tar,
            "tar.gz", t -> Box.gzip(Box.tar(t)),
            "tar.bz2", t -> Box.bzip2(Box.tar(t)),
            "tar.xz", t -> Box.xz(Box.tar(t)),
            "tar.xz of blocks", t -> Box.xz(Box.tar(t), 50_000),
            "tar.zst", t -> Box.zstd(Box.tar(t)),
            "tar.lz4", t -> Box.lz4(Box.tar(t)),
            "zip", Box::zip,
            "7z", Box::sevenZ,
            "tar.gz in tar", t -> Box.tar(Map.of("collected.tar.gz", Box.gzip(Box.tar(t)))));

    @TempDir
    private Path folder;

    static Stream<Arguments> archives() {
        return new TreeSet<>(TREES.keySet())
                .stream().flatMap(t -> new TreeSet<>(BOXES.keySet()).stream().map(b -> Arguments.of(t, b)));
    }

    private static Map<String, byte[]> tree(String name) {
        return requireNonNull(TREES.get(name));
    }

    static Stream<String> trees() {
        return new TreeSet<>(TREES.keySet()).stream();
    }

    static Report report(byte[] box) {
        return PostMortem.of(Sources.under(List.of(Source.STANDARD_INPUT), new ByteArrayInputStream(box)), OPTIONS);
    }

    @ParameterizedTest
    @MethodSource("archives")
    void everyEventCountsOnceInEveryBox(String tree, String box) throws IOException {
        // what collects leaves no links in a 7z
        Map<String, byte[]> members = box.equals("7z") ? withoutLinks(tree(tree)) : tree(tree);
        Path file = Files.write(
                folder.resolve("collected"), requireNonNull(BOXES.get(box)).apply(members));
        everyEventCountsOnce(Analysis.of(List.of(file.toString()), OPTIONS), tree);
    }

    @ParameterizedTest
    @MethodSource("trees")
    void everyEventCountsOnceInAFolder(String tree) throws IOException {
        for (Map.Entry<String, byte[]> member : withoutLinks(tree(tree)).entrySet()) {
            Path file = folder.resolve(member.getKey());
            Files.createDirectories(file.getParent());
            Files.write(file, member.getValue());
        }
        everyEventCountsOnce(Analysis.of(List.of(folder.toString()), OPTIONS), tree);
    }

    private static Map<String, byte[]> withoutLinks(Map<String, byte[]> members) {
        Map<String, byte[]> files = new LinkedHashMap<>(members);
        files.values().removeIf(b -> new String(b, StandardCharsets.ISO_8859_1).startsWith(Box.LINK));
        return files;
    }

    private static void everyEventCountsOnce(Report report, String tree) {
        HostReport host = Analysis.only(report);
        assertThat(host.host()).isEqualTo("web01");
        assertThat(host.boots()).hasSize(1);
        assertThat(host.totals()).isEqualTo(ALONE.totals());
        assertThat(host.bursts()).hasSameSizeAs(ALONE.bursts());
        assertThat(report.coverage().inputs()).noneMatch(Coverage.Input::damaged);
        // a central log server has lines and nothing else
        assertThat(host.readings())
                .filteredOn(r -> r.name().equals("net.ipv4.tcp_max_orphans"))
                .hasSize(tree.equals("central") ? 0 : 1)
                .allSatisfy(r -> assertThat(r.takenAt()).isNotNull());
    }

    @Test
    void hostsOfOneBoxAreApartAndKeepTheirOwnReadings() {
        Map<String, byte[]> other = HostTrees.sosreport("db02");
        other.replaceAll((path, bytes) ->
                path.endsWith("sysctl_-a") ? HostTrees.text("net.ipv4.tcp_max_orphans = 77\n") : bytes);
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("a.tar.xz", Box.xz(Box.tar(HostTrees.sosreport("web01"))));
        all.put("b.tar.gz", Box.gzip(Box.tar(other)));
        all.putAll(HostTrees.central("relay03"));
        Report report = report(Box.tar(all));
        assertThat(report.hosts()).extracting(HostReport::host).containsExactly("db02", "relay03", "web01");
        assertThat(report.hosts())
                .extracting(h -> h.readings().stream()
                        .filter(r -> r.name().equals("net.ipv4.tcp_max_orphans"))
                        .map(Reading::value)
                        .toList())
                .containsExactly(List.of("77"), List.of(), List.of("40"));
    }

    @Test
    void whatLiesInProcAndIsNotKnownIsCountedAndNotRead() {
        Report report = report(Box.tar(HostTrees.sosreport("web01")));
        assertThat(report.coverage().omitted().leftOut()).isEqualTo(1);
    }
}
