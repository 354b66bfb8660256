package org.sockmortem.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.postmortem.Coverage;

class DigestsAheadTest {
    private static final int HOSTS = 60;

    @TempDir
    private Path folder;

    private static Entry entry(int number) {
        return new Entry("host" + number, "abcdef", number);
    }

    private static void put(Store store, int number) throws IOException {
        HostFacts digest = HostFacts.empty("host" + number, "logs/" + number, Coverage.of(List.of()));
        store.draftOf(digest).put(store.digestFile("abcdef", number));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100})
    void hostsAreShownInOrderAndAsOftenAsIsAsked(int threads) throws IOException {
        try (Store store = Store.open(folder)) {
            for (int i = 0; i < HOSTS; i++) {
                put(store, i);
            }
            List<Entry> entries =
                    IntStream.range(0, HOSTS).mapToObj(DigestsAheadTest::entry).toList();
            Hosts hosts = new DigestsAhead(store, entries, threads);
            for (int time = 0; time < 2; time++) {
                List<String> shown = new ArrayList<>();
                hosts.each((name, digest) -> shown.add(name + digest.path()));
                assertThat(shown)
                        .isEqualTo(IntStream.range(0, HOSTS)
                                .mapToObj(i -> "host" + i + "logs/" + i)
                                .toList());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatIsGoneIsToldAfterThoseBeforeIt(int threads) throws IOException {
        try (Store store = Store.open(folder)) {
            put(store, 0);
            put(store, 2);
            List<String> shown = new ArrayList<>();
            Hosts hosts = new DigestsAhead(store, List.of(entry(0), entry(1), entry(2)), threads);
            assertThatThrownBy(() -> hosts.each((name, digest) -> shown.add(name)))
                    .isInstanceOf(NoSuchFileException.class);
            assertThat(shown).containsExactly("host0");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whatIsWrongWithTheOneWhoLooksIsToldAsItIs(int threads) throws IOException {
        try (Store store = Store.open(folder)) {
            put(store, 0);
            put(store, 1);
            Hosts hosts = new DigestsAhead(store, List.of(entry(0), entry(1)), threads);
            assertThatThrownBy(() -> hosts.each((name, digest) -> {
                        throw new IOException("disk full");
                    }))
                    .hasMessage("disk full");
        }
    }
}
