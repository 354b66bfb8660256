package org.sockmortem.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.postmortem.PostMortem;
import org.sockmortem.postmortem.PostMortemOptions;
import org.sockmortem.postmortem.Report;
import org.sockmortem.source.Sources;

/** What must be read at least: one small log an entry, and the whole of what the diagnosis must say of it. */
class AcceptanceTest {
    private static final Path TABLES = Path.of("src/test/resources/org/sockmortem/forms/acceptance");

    @TempDir
    Path folder;

    static List<Entry> entries() {
        return Entry.all(TABLES);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void saysAllOfIt(Entry entry) throws IOException {
        entry.write(folder);
        PostMortemOptions options = new PostMortemOptions(
                PostMortemOptions.DEFAULT_GAP_MICROS, null, null, entry.zone(), null, null, null, null, null, "test");
        Report report =
                PostMortem.of(Sources.under(List.of(folder.toString()), InputStream.nullInputStream()), options);
        assertThat(InShort.of(report, folder + "/")).containsExactlyElementsOf(entry.expected());
    }

    @Test
    void namesAreUniqueAndEachExpectsSomething() {
        assertThat(entries()).extracting(Entry::name).doesNotHaveDuplicates();
        assertThat(entries()).allSatisfy(e -> assertThat(e.expected()).isNotEmpty());
        assertThat(entries()).hasSizeGreaterThanOrEqualTo(75);
    }
}
