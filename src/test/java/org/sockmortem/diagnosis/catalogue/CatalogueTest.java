package org.sockmortem.diagnosis.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.event.KernelRelease;

class CatalogueTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/sockmortem/diagnosis/catalogue");

    static Stream<Sysctl> all() {
        return Catalogue.all().stream();
    }

    @Test
    void theIndexNamesEveryFile() throws IOException {
        Set<String> files = new TreeSet<>();
        try (Stream<Path> folder = Files.list(FOLDER.toRealPath())) {
            folder.map(f -> f.getFileName().toString())
                    .filter(n -> n.contains("."))
                    .filter(n -> !Set.of("index.txt", "FORMAT.txt").contains(n))
                    .forEach(n -> files.add(n.replaceFirst("[.]txt$", "")));
        }
        assertThat(files).isEqualTo(new TreeSet<>(Blocks.words(Catalogue.class, "index.txt")));
        assertThat(Catalogue.all()).extracting(Sysctl::name).containsExactlyElementsOf(files);
    }

    @ParameterizedTest
    @MethodSource("all")
    void noClaimIsWithoutASource(Sysctl sysctl) {
        assertThat(sysctl.claims()).anyMatch(c -> c.kind().equals("meaning"));
        assertThat(sysctl.claims()).allSatisfy(c -> sound(c.text(), c.sources()));
        assertThat(sysctl.defaults()).allSatisfy(d -> sound(d.formula().text(), d.sources()));
        assertThat(sysctl.judgements()).isNotEmpty().allSatisfy(j -> sound(j.why(), j.sources()));
    }

    private static void sound(String text, List<String> sources) {
        assertThat(text).isNotBlank();
        assertThat(sources).as(text).isNotEmpty().allSatisfy(s -> assertThat(s).matches(".*[/].*|.*_.*"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void somethingIsSaidOfEveryValue(Sysctl sysctl) {
        Judgement last = sysctl.judgements().get(sysctl.judgements().size() - 1);
        assertThat(last.conditions()).isEmpty();
        assertThat(last.range()).isEqualTo(KernelRange.ANY);
        assertThat(sysctl.judgements())
                .filteredOn(j -> j.ruling() != Ruling.OK)
                .allSatisfy(j -> assertThat(j.instead()).as(j.why()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("all")
    void defaultsDoNotOverlap(Sysctl sysctl) {
        for (String release : List.of(
                "2.4.20", "2.6.18", "2.6.32", "3.2.0", "3.10.0", "4.4.0", "4.12.0", "5.14.0", "6.1.0", "7.1.0")) {
            KernelRelease kernel = KernelRelease.parse(release);
            assertThat(sysctl.defaults())
                    .filteredOn(d -> kernel != null && d.range().contains(kernel))
                    .as(release)
                    .hasSizeLessThan(2);
        }
    }

    @Test
    void findsByFullNameAliasAndLastWord() {
        assertThat(Catalogue.find("net.ipv4.tcp_mem").map(Sysctl::name)).contains("net.ipv4.tcp_mem");
        assertThat(Catalogue.find("net.core.wmem_max").map(Sysctl::name)).contains("net.core.rmem_max");
        assertThat(Catalogue.find("tcp_max_orphans").map(Sysctl::name)).contains("net.ipv4.tcp_max_orphans");
        assertThat(Catalogue.find("net.ipv4.nothing")).isEmpty();
    }

    @Test
    void defaultsFollowTheKernelAndTheMemory() {
        assertThat(on("tcp_max_orphans", "6.1.0", 16)).isEqualTo("65536");
        assertThat(on("tcp_max_orphans", null, 16)).isEqualTo("65536");
        assertThat(on("tcp_max_orphans", "6.1.0", 1024)).isEqualTo("262144");
        assertThat(on("tcp_max_orphans", "6.1.0", null)).isNull();
        assertThat(on("tcp_mem", "6.1.0", 16)).isEqualTo("196608 262144 393216");
        assertThat(on("tcp_mem", "2.6.32-642.el6", 16)).isEqualTo("1572864 2097152 3145728");
        assertThat(on("tcp_mem", null, 16)).isNull();
        assertThat(on("tcp_tw_reuse", "4.18.0-147.el8", null)).isEqualTo("2");
        assertThat(on("tcp_tw_reuse", "4.18.0", null)).isEqualTo("0");
        assertThat(on("somaxconn", "5.3.18", null)).isEqualTo("128");
        assertThat(on("somaxconn", "5.4.0", null)).isEqualTo("4096");
    }

    private static @Nullable String on(String name, @Nullable String release, @Nullable Integer gib) {
        Machine machine = Machine.of(
                release == null ? null : KernelRelease.parse(release),
                gib == null ? null : Long.valueOf((long) gib << 30));
        return Catalogue.find(name)
                .orElseThrow()
                .defaultOn(machine)
                .map(Quantity::words)
                .orElse(null);
    }

    @Test
    void rangesTakeInTheirEnds() {
        KernelRange range = KernelRange.parse("2.6.32..4.11");
        assertThat(List.of("2.6.31", "2.6.32", "4.11.12", "4.12.0"))
                .map(r -> {
                    KernelRelease release = KernelRelease.parse(r);
                    return release != null && range.contains(release);
                })
                .containsExactly(false, true, true, false);
        assertThat(range.inWords()).isEqualTo("2.6.32 to 4.11");
        assertThat(KernelRange.parse("el7").inWords()).isEqualTo("Enterprise Linux 7");
    }
}
