package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the report goes, in which format, and how it looks there. */
class OutputTest {
    private static final String MESSAGES = "samples/web-server/messages";

    @TempDir
    private Path folder;

    private static void assertUsage(Invocation.Result result, String sentence) {
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("sockmortem: " + sentence).contains("Try 'sockmortem analyze --help'.");
    }

    @Test
    void oneFormatToAFileAndOneToStandardOutput() throws IOException {
        Path json = folder.resolve("report.json");
        Invocation.Result both = Invocation.run("analyze", "--format", "json=" + json, "--format", "text", MESSAGES);
        assertThat(both.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(both).isEqualTo(Invocation.run("analyze", MESSAGES));
        assertThat(Files.readString(json))
                .isEqualTo(
                        Invocation.run("analyze", "--format", "json", MESSAGES).out());
    }

    @Test
    void everyFormatToAFileLeavesStandardOutputEmpty() {
        Invocation.Result result = Invocation.run(
                "analyze",
                "--format=json=" + folder.resolve("a.json"),
                "--format=markdown=" + folder.resolve("a.md"),
                MESSAGES);
        assertThat(result).isEqualTo(new Invocation.Result(ExitStatus.DONE, "", ""));
        assertThat(folder.resolve("a.json")).isNotEmptyFile();
        assertThat(folder.resolve("a.md")).isNotEmptyFile();
    }

    @Test
    void twoFormatsWithoutAFileAreWrongUsage() {
        assertUsage(
                Invocation.run("analyze", "--format", "json", "--format", "text", MESSAGES),
                "only one --format can go without =FILE");
        assertUsage(
                Invocation.run("analyze", "--format", "json", "--format", "text=-", MESSAGES),
                "only one --format can go without =FILE");
    }

    @Test
    void aFormatThatIsNoneIsToldWhichThereAre() {
        Invocation.Result result = Invocation.run("analyze", "--format", "xml", MESSAGES);
        assertUsage(result, "Invalid value for option '--format'");
        assertThat(result.err()).contains("'xml' is none of text, markdown, jira, html, json");
    }

    @Test
    void aFormatWithoutItsFileIsWrongUsage() {
        Invocation.Result result = Invocation.run("analyze", "--format", "json=", MESSAGES);
        assertUsage(result, "Invalid value for option '--format'");
        assertThat(result.err()).contains("FILE is missing");
    }

    @Test
    void theFormatWithoutAFileGoesToTheNamedOne() {
        Path file = folder.resolve("report.txt");
        Invocation.Result result = Invocation.run("analyze", "-o", file.toString(), MESSAGES);
        assertThat(result).isEqualTo(new Invocation.Result(ExitStatus.DONE, "", ""));
        assertThat(file).hasContent(Invocation.run("analyze", MESSAGES).out());
    }

    @Test
    void aDashIsStandardOutput() {
        Invocation.Result plain = Invocation.run("analyze", MESSAGES);
        assertThat(Invocation.run("analyze", "-o", "-", MESSAGES)).isEqualTo(plain);
        assertThat(Invocation.run("analyze", "--format", "text=-", MESSAGES)).isEqualTo(plain);
    }

    @Test
    void aNamedFileNeedsAFormatThatHasNone() {
        assertUsage(
                Invocation.run(
                        "analyze", "--format", "json=" + folder.resolve("a"), "-o", folder.resolve("b") + "", MESSAGES),
                "-o needs a --format without =FILE");
    }

    @Test
    void twoFormatsInOneFileAreWrongUsage() {
        String file = folder.resolve("a").toString();
        assertUsage(
                Invocation.run("analyze", "--format", "json=" + file, "-o", file, "--format", "text", MESSAGES),
                "two formats cannot go to one file, ");
    }

    @Test
    void aFileWithoutAFolderIsToldBeforeAnyWork() {
        Path file = folder.resolve("no-such-folder/report.txt");
        assertUsage(Invocation.run("analyze", "-o", file.toString(), MESSAGES), "there is no folder for " + file);
        assertUsage(Invocation.run("analyze", "-o", folder.toString(), MESSAGES), folder + " is a folder");
    }

    @Test
    void aReportNeverOverwritesALog() throws IOException {
        Path log = Files.copy(Path.of(MESSAGES), folder.resolve("messages"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), log);
        assertUsage(
                Invocation.run("analyze", "-o", link.toString(), folder.toString()), link + " is one of the inputs");
        assertUsage(
                Invocation.run("analyze", "--format", "json=" + log, "--sysctl", log.toString(), MESSAGES),
                log + " is one of the inputs");
        assertThat(log).hasSameTextualContentAs(Path.of(MESSAGES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "markdown"})
    void aSummaryHasFifteenLinesAtMost(String format) {
        Invocation.Result result = Invocation.run("analyze", "--summary", "--format", format, "samples");
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.out().lines().count()).isBetween(1L, 15L);
    }

    // colours

    @Test
    void coloursAreForTerminals() {
        assertThat(Invocation.run("analyze", MESSAGES).out()).doesNotContain("\u001b[");
        assertThat(new Invocation().outputIsTerminal().with("analyze", MESSAGES).out())
                .contains("\u001b[");
    }

    @Test
    void coloursCanBeForced() {
        Path file = folder.resolve("report.txt");
        Invocation.Result result = Invocation.run(
                "analyze", "--color", "always", "--format", "text=" + file, "--format", "markdown", MESSAGES);
        assertThat(result.out()).doesNotContain("\u001b[");
        assertThat(file).content().contains("\u001b[");
        assertThat(Invocation.run("analyze", "--color=always", MESSAGES).out()).contains("\u001b[");
    }

    @Test
    void coloursCanBeForbidden() {
        Invocation terminal = new Invocation().outputIsTerminal();
        assertThat(terminal.with("analyze", "--color", "never", MESSAGES).out()).doesNotContain("\u001b");
        assertThat(terminal.variable("NO_COLOR", "1").with("analyze", MESSAGES).out())
                .doesNotContain("\u001b");
        assertThat(terminal.with("analyze", "--color", "always", MESSAGES).out())
                .as("the option is nearer than the variable")
                .contains("\u001b[");
    }

    @Test
    void aTerminalThatKnowsNoColoursGetsNone() {
        Invocation dumb = new Invocation().outputIsTerminal().variable("TERM", "dumb");
        assertThat(dumb.with("analyze", MESSAGES).out()).doesNotContain("\u001b");
        Invocation empty = new Invocation().outputIsTerminal().variable("NO_COLOR", "");
        assertThat(empty.with("analyze", MESSAGES).out())
                .as("an empty NO_COLOR is none")
                .contains("\u001b[");
    }

    @Test
    void aColourThatIsNoneIsToldWhichThereAre() {
        Invocation.Result result = Invocation.run("analyze", "--color", "sometimes", MESSAGES);
        assertUsage(result, "Invalid value for option '--color'");
        assertThat(result.err()).contains("'sometimes' is none of auto, always, never");
    }

    @Test
    void aTerminalsWidthIsForTerminals() {
        Invocation narrow = new Invocation().variable("COLUMNS", "60");
        assertThat(narrow.with("analyze", MESSAGES)).isEqualTo(Invocation.run("analyze", MESSAGES));
        assertThat(narrow.outputIsTerminal()
                        .with("analyze", "--color", "never", MESSAGES)
                        .out()
                        .lines())
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(60));
    }
}
