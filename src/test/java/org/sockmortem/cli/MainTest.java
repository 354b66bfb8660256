package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.io.input.BrokenInputStream;
import org.apache.commons.io.output.BrokenOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes in, which stream says what about it, and the code that it ends with. */
class MainTest {
    private static final String MESSAGES = "samples/web-server/messages";
    private static final String DMESG = "samples/web-server/dmesg";
    private static final String ORPHANS = "[  100.000000] TCP: too many orphaned sockets\n";

    @TempDir
    private Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void aReportIsAllThatStandardOutputGets() {
        Invocation.Result result = Invocation.run("analyze", MESSAGES);
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.out()).startsWith("Summary\n=======\n").contains("at least 7 printed, 56 suppressed");
        assertThat(result.err()).isEmpty();
    }

    // paths

    @Test
    void withoutAPathATerminalIsWrongUsage() {
        Invocation.Result result = new Invocation().inputIsTerminal().with("analyze");
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("sockmortem: no PATH given, and standard input is a terminal\n")
                .contains("Try 'sockmortem analyze --help'.");
    }

    @Test
    void withoutAPathAPipeIsRead() {
        Invocation.Result result = new Invocation().standardInput(ORPHANS).with("analyze", "--format", "json");
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.json().at("/coverage/inputs/0/path").asString()).isEqualTo("-");
        assertThat(result.host().at("/bursts/0/printed").asInt()).isEqualTo(1);
    }

    @Test
    void aDashIsStandardInputEvenIfItIsATerminal() {
        Invocation.Result result = new Invocation()
                .inputIsTerminal()
                .standardInput(ORPHANS)
                .with("analyze", "--format", "json", "-", MESSAGES);
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.json().at("/coverage/inputs").size()).isEqualTo(2);
    }

    @Test
    void aMissingPathAloneIsWrongUsage() {
        Invocation.Result result = Invocation.run("analyze", "no-such-file");
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("sockmortem: no-such-file: No such file or folder.\n");
    }

    @Test
    void aMissingPathBesideAGoodOneIsNamedAndTheRestIsAnalysed() {
        Invocation.Result result = Invocation.run("analyze", "no-such-file", MESSAGES);
        assertThat(result.exit()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(result.out())
                .contains("no-such-file: No such file or folder.")
                .contains("7 printed");
        assertThat(result.err()).isEqualTo("sockmortem: no-such-file: No such file or folder.\n");
    }

    @Test
    void anEmptyPathIsNotTheWorkingFolder() {
        Invocation.Result result = Invocation.run("analyze", MESSAGES, "");
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).startsWith("sockmortem: a PATH is empty\n");
    }

    @Test
    void aPathThatBeginsWithAnAtSignIsAPath() throws IOException {
        file("options", "--version");
        Invocation.Result result = Invocation.run("analyze", "@" + folder.resolve("options"));
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).contains("No such file or folder.");
    }

    // inputs with nothing in them

    @Test
    void anEmptyFileIsDoneAndASentence() throws IOException {
        Invocation.Result result = Invocation.run("analyze", file("messages", ""));
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.out())
                .contains("no kernel line about an exhausted limit")
                .contains("The file is empty.");
    }

    @Test
    void aBinaryFileIsDoneAndASentence() throws IOException {
        byte[] bytes = new byte[4_096];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(folder.resolve("wtmp"), bytes);
        Invocation.Result result =
                Invocation.run("analyze", folder.resolve("wtmp").toString());
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.out()).contains("This is a binary file, not text");
    }

    @Test
    void aFolderWithoutAKernelLineIsDoneAndASentence() throws IOException {
        file("notes.txt", "nothing of a kernel\n");
        Invocation.Result result = Invocation.run("analyze", folder.toString());
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.out()).contains("no kernel line about an exhausted limit");
    }

    @Test
    void anEmptyFolderIsDoneAndASentence() {
        Invocation.Result result = Invocation.run("analyze", folder.toString());
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.out()).contains("no kernel log; 0 inputs in all");
    }

    @Test
    void anInputThatFailsIsNamed() {
        Invocation.Result result = new Invocation()
                .standardInput(new BrokenInputStream(() -> new IOException("Input/output error")))
                .with("analyze", "-", MESSAGES);
        assertThat(result.exit()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(result.out()).contains("It could not be read: Input/output error.");
        assertThat(result.err()).isEqualTo("sockmortem: -: It could not be read: Input/output error.\n");
    }

    @Test
    void aFileWithoutPermissionIsNamed() throws IOException {
        Path secret = Path.of(file("messages", ORPHANS));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("---------"));
        Assumptions.assumeFalse(Files.isReadable(secret), "root reads everything");
        assertThat(Invocation.run("analyze", secret.toString()).exit()).isEqualTo(ExitStatus.USAGE);
        Invocation.Result beside = Invocation.run("analyze", secret.toString(), MESSAGES);
        assertThat(beside.exit()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(beside.out()).contains("Permission denied.");
    }

    @Test
    void aNameThatSteersTheTerminalIsShownHarmless() {
        Invocation.Result result = Invocation.run("analyze", "no\u001b[2Jsuch\u202efile");
        assertThat(result.err()).isEqualTo("sockmortem: no\\u001b[2Jsuch\\u202efile: No such file or folder.\n");
    }

    // --fail-on, and which code comes first

    @ParameterizedTest
    @ValueSource(strings = {"critical", "warning", "info", "CRITICAL"})
    void aFindingOfThatSeverityOrAboveFails(String severity) {
        assertThat(Invocation.run("analyze", "--fail-on", severity, MESSAGES).exit())
                .isEqualTo(ExitStatus.FAIL_ON_MET);
    }

    @Test
    void nothingFoundDoesNotFail() throws IOException {
        String log = file("messages", "nothing\n");
        assertThat(Invocation.run("analyze", "--fail-on", "info", log).exit()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void failOnComesBeforeAMissingInput() {
        assertThat(Invocation.run("analyze", "--fail-on", "critical", MESSAGES, "no-such-file")
                        .exit())
                .isEqualTo(ExitStatus.FAIL_ON_MET);
    }

    @Test
    void wrongUsageComesBeforeFailOn() {
        assertThat(Invocation.run("analyze", "--fail-on", "info", "no-such-file")
                        .exit())
                .isEqualTo(ExitStatus.USAGE);
        Invocation.Result fullDisk = new Invocation()
                .to(
                        new BrokenOutputStream(problem -> new IOException("No space left on device")),
                        "analyze",
                        "--fail-on",
                        "info",
                        MESSAGES);
        assertThat(fullDisk.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(fullDisk.err())
                .isEqualTo("sockmortem: standard output: The report could not be written: No space left on device.\n");
    }

    @Test
    void aBugComesBeforeAll() {
        Invocation.Result result = new Invocation()
                .standardInput(new BrokenInputStream(() -> new IllegalStateException("never")))
                .with("analyze", "--fail-on", "info", "-", MESSAGES, "no-such-file");
        assertThat(result.exit()).isEqualTo(ExitStatus.BUG);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("sockmortem: This is a bug in sockmortem")
                .contains("never");
    }

    @Test
    void anErrorOfTheMachineIsABugToo() {
        Invocation.Result result = new Invocation()
                .standardInput(new BrokenInputStream(StackOverflowError::new))
                .with("analyze");
        assertThat(result.exit()).isEqualTo(ExitStatus.BUG);
    }

    // a reader that leaves

    @Test
    void aClosedPipeEndsQuietly() {
        Invocation.Result result = new Invocation()
                .to(
                        new BrokenOutputStream(problem -> new ClosedPipe(new IOException("Broken pipe"))),
                        "analyze",
                        MESSAGES);
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void aClosedPipeChangesNoExitCodeAndLeavesTheOtherOutputsAlone() {
        Path json = folder.resolve("report.json");
        Invocation.Result result = new Invocation()
                .to(
                        new BrokenOutputStream(problem -> new ClosedPipe(new IOException("Broken pipe"))),
                        "analyze",
                        "--fail-on",
                        "critical",
                        "--format",
                        "text",
                        "--format",
                        "json=" + json,
                        MESSAGES);
        assertThat(result.exit()).isEqualTo(ExitStatus.FAIL_ON_MET);
        assertThat(json).content().startsWith("{").endsWith("}\n");
    }

    // standard error

    @Test
    void quietSaysNothingOfInputsThatAreMissing() {
        Invocation.Result result = Invocation.run("analyze", "-q", "no-such-file", MESSAGES);
        assertThat(result.exit()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void quietStillSaysWhyThereIsNoReport() {
        assertThat(Invocation.run("analyze", "-q", "no-such-file").err()).isNotEmpty();
    }

    @Test
    void verboseSaysWhatWasRead() {
        Invocation.Result result = Invocation.run("analyze", "-v", MESSAGES);
        assertThat(result.err())
                .isEqualTo("sockmortem: " + MESSAGES + ": log, rfc3164, 8 lines, 8 of 8 candidates recognised\n");
        assertThat(result.out()).isEqualTo(Invocation.run("analyze", MESSAGES).out());
    }

    // help

    @Test
    void theVersionGoesToStandardOutput() {
        assertThat(Invocation.run("--version").out()).matches("sockmortem \\d+\\.\\d+\\.\\d+\n");
        assertThat(Invocation.run("analyze", "--version").exit()).isEqualTo(ExitStatus.DONE);
    }

    @Test
    void helpGoesToStandardOutput() {
        Invocation.Result result = Invocation.run("analyze", "--help");
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("--format", "--summary", "--since", "--until", "--gap", "--tz", "--year", "--kernel")
                .contains("--sysctl", "--memory", "--host", "--jobs", "--fail-on", "--color", "--no-progress")
                .contains("text, markdown, jira, html, json", "Exit codes:", "70   a bug in sockmortem");
        assertThat(result.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }

    @Test
    void withoutACommandHelpGoesToStandardError() {
        Invocation.Result result = Invocation.run();
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("Usage: sockmortem", "dmesg | sockmortem analyze");
    }

    @Test
    void aPathInPlaceOfACommandIsShownTheWay() {
        Invocation.Result result = Invocation.run(DMESG);
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err())
                .isEqualTo("sockmortem: '" + DMESG + "' is no command\n"
                        + "To analyse a log: sockmortem analyze PATH\n"
                        + "Try 'sockmortem --help'.\n");
    }

    @Test
    void aCommandThatIsMisspeltIsSuggested() {
        assertThat(Invocation.run("anlyze", DMESG).err()).contains("Did you mean: analyze?");
    }

    @Test
    void anOptionThatIsNoneIsNamed() {
        Invocation.Result result = Invocation.run("analyze", "--no-such-option", DMESG);
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).startsWith("sockmortem: '--no-such-option' is no option\n");
    }

    @Test
    void ofAnOptionSaidTwiceTheLastCounts() {
        assertThat(Invocation.run("analyze", "--color", "always", "--color", "never", MESSAGES))
                .isEqualTo(Invocation.run("analyze", MESSAGES));
    }

    @Test
    void optionsThatMeanNothingYetAreTaken() {
        Invocation.Result plain = Invocation.run("analyze", MESSAGES);
        assertThat(Invocation.run("analyze", "--jobs", "8", "--no-progress", MESSAGES))
                .isEqualTo(plain);
    }
}
