package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every sample report in every format as it was last approved. {@code -Dgolden.update=true} writes what is written now, and fails, so
 * that nobody approves without looking.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "org", "sockmortem", "report", "golden");

    private static final ReportOptions SUMMARY = new ReportOptions(false, 80, true);

    record Page(String file, String sample, Format format, ReportOptions options) {
        @Override
        public String toString() {
            return file;
        }
    }

    static Stream<Page> pages() {
        return SampleReports.all().keySet().stream().flatMap(GoldenTest::pages);
    }

    private static Stream<Page> pages(String sample) {
        return Stream.of(
                new Page(sample + ".txt", sample, Format.TEXT, ReportOptions.PLAIN),
                new Page(sample + ".md", sample, Format.MARKDOWN, ReportOptions.PLAIN),
                new Page(sample + ".jira", sample, Format.JIRA, ReportOptions.PLAIN),
                new Page(sample + ".csv", sample, Format.CSV, ReportOptions.PLAIN),
                new Page(sample + ".ndjson", sample, Format.NDJSON, ReportOptions.PLAIN),
                new Page(sample + ".html", sample, Format.HTML, ReportOptions.PLAIN),
                new Page(sample + ".json", sample, Format.JSON, ReportOptions.PLAIN),
                new Page(sample + ".summary.txt", sample, Format.TEXT, SUMMARY),
                new Page(sample + ".summary.md", sample, Format.MARKDOWN, SUMMARY),
                new Page(sample + ".summary.jira", sample, Format.JIRA, SUMMARY));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isAsApproved(Page page) throws IOException {
        StringWriter out = new StringWriter();
        page.format().reporter().write(SampleReports.sample(page.sample()), page.options(), out);
        // Styles and scripts are the same in every file, and look at themselves in the browser's test.
        String written = page.format() == Format.HTML ? HtmlText.withoutCode(out.toString()) : out.toString();
        Path golden = GOLDEN.resolve(page.file());
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(golden, written, StandardCharsets.UTF_8);
            fail("written anew, now look at it: " + golden);
        }
        assertThat(written).isEqualTo(Files.readString(golden, StandardCharsets.UTF_8));
    }

    @Test
    void everyGoldenFileHasItsSample() throws IOException {
        TreeSet<String> files = new TreeSet<>();
        try (Stream<Path> listed = Files.list(GOLDEN)) {
            listed.forEach(file -> files.add(GOLDEN.relativize(file).toString()));
        }
        assertThat(files)
                .containsExactlyElementsOf(new TreeSet<>(pages().map(Page::file).toList()));
    }
}
