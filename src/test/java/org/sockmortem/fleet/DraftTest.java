package org.sockmortem.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1 << 18, (1 << 18) + 1, 3 << 20})
    void whatWasWrittenStandsWholeInItsPlaceAndNowhereElse(int size) throws IOException {
        String text = "ä" + "x".repeat(size);
        try (Store store = Store.open(folder)) {
            Draft draft = new Draft(store);
            try (Writer out = draft.writer()) {
                out.write(text);
            }
            Path target = store.report("abcdef", 0, "json");
            assertThat(target).doesNotExist();

            draft.put(target);

            assertThat(target).hasContent(text);
            assertThat(left(folder.resolve(".sockmortem/drafts"))).isEmpty();
        }
    }

    private static List<Path> left(Path drafts) throws IOException {
        try (Stream<Path> files = Files.list(drafts)) {
            return files.toList();
        }
    }
}
