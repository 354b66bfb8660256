package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only a process of its own can show: exit codes, real streams and pipes, and what surrounds it. */
class ProcessIT {
    private static final String MESSAGES = "samples/web-server/messages";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "0, sockmortem analyze samples/web-server/messages",
        "0, sockmortem analyze < samples/web-server/messages",
        "0, sockmortem analyze - < samples/web-server/messages",
        "0, sockmortem --help",
        "1, sockmortem analyze --fail-on critical samples/web-server/messages no-such-file",
        "2, sockmortem analyze --fail-on critical no-such-file",
        "2, sockmortem analyze --no-such-option",
        "2, sockmortem",
        "3, sockmortem analyze samples/web-server/messages no-such-file",
    })
    void theExitCodeIsThatOfTheProcess(int exit, String line) throws Exception {
        assertThat(RealProcess.shell(line).exit()).isEqualTo(exit);
    }

    @Test
    void theJarSaysWhatTheLauncherSays() throws Exception {
        RealProcess.Result result = RealProcess.shell("java -jar '" + RealProcess.jar() + "' analyze " + MESSAGES);
        assertThat(result).isEqualTo(RealProcess.shell("sockmortem analyze " + MESSAGES));
        assertThat(result.out()).startsWith("Summary\n");
        assertThat(RealProcess.shell("java -jar '" + RealProcess.jar() + "' analyze --fail-on critical no-such-file")
                        .exit())
                .isEqualTo(2);
        Map<String, String> ascii = Map.of("LC_ALL", "C");
        assertThat(RealProcess.shell(
                        "java -jar '" + RealProcess.jar() + "' analyze \"$(printf 'n\\303\\274n')\"", ascii))
                .isEqualTo(RealProcess.shell("sockmortem analyze \"$(printf 'n\\303\\274n')\"", ascii));
    }

    @Test
    void theJarRunsWithoutTheLauncher() throws Exception {
        Path alone = Files.copy(RealProcess.jar(), folder.resolve("sockmortem.jar"));
        RealProcess.Result result = RealProcess.shell("java -jar '" + alone + "' analyze " + MESSAGES);
        assertThat(result).isEqualTo(RealProcess.shell("sockmortem analyze " + MESSAGES));
        Files.delete(alone);
    }

    /** Whoever asks for options of the virtual machine gets the machine that has them. */
    @Test
    void theJarHandsOverOnlyWhereNobodyChoseOptions() throws Exception {
        assertThat(children("analyze", "-")).hasSize(1);
        assertThat(children("batch", "-", "--out", folder.resolve("out").toString()))
                .isEmpty();
        assertThat(children("-Xmx200m", "analyze", "-")).isEmpty();
    }

    /** Starts the jar on a standard input that goes on, ends it as kill(1) does, and gives the processes that it had started. */
    private static List<ProcessHandle> children(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("java"));
        int options = words[0].startsWith("-X") ? 1 : 0;
        command.addAll(List.of(words).subList(0, options));
        command.addAll(List.of("-jar", RealProcess.jar().toString()));
        command.addAll(List.of(words).subList(options, words.length));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            // long enough for either of them to be at work
            assertThat(process.waitFor(2, TimeUnit.SECONDS)).isFalse();
            List<ProcessHandle> children = process.descendants().toList();
            process.destroy();
            for (ProcessHandle child : children) {
                child.onExit().get(20, TimeUnit.SECONDS);
            }
            return children;
        } finally {
            process.destroyForcibly();
        }
    }

    /** Of little input the best code takes longer to make than it saves. */
    @ParameterizedTest
    @CsvSource({
        "true, analyze log",
        "true, analyze",
        "true, analyze --format json=report log log",
        "true, analyze small.gz",
        "true, explain tcp_mem",
        "true, analyze log large",
        "false, analyze log flood",
        "false, analyze large.gz flood",
        "false, analyze --year 2025 packed.tar.xz",
        "false, analyze large.gz log",
        "false, analyze .",
        "false, batch log --out out",
    })
    void theLauncherMakesTheBestCodeWhereThatPays(boolean little, String words) throws Exception {
        // a virtual machine that tells what it was called with
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        String line = "cd '" + folder + "' && echo x >log && cp log small.gz && truncate -s 9M packed.tar.xz"
                + " && truncate -s 200M large.gz && truncate -s 600M large flood"
                + " && yes 'TCP: too many orphaned sockets' | dd of=flood bs=1M count=2 seek=299 iflag=fullblock conv=notrunc 2>err"
                + " && sockmortem " + words;
        String called = RealProcess.shell(
                        line, Map.of("JAVA_HOME", folder.resolve("jdk").toString()))
                .out();
        assertThat(called).endsWith(" " + words + "\n");
        assertThat(called.contains("-XX:TieredStopAtLevel=1")).isEqualTo(little);
        assertThat(called.contains("-XX:Tier4InvocationThreshold=")).isEqualTo(!little);
    }

    @Test
    void theLauncherRunsThroughLinksFromAnywhere() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link to it"), RealProcess.launcher());
        assertThat(RealProcess.shell("cd / && '" + link + "' --version").out()).matches("sockmortem [0-9.]+\n");
        Files.delete(link);
    }

    @Test
    void anEmptyStandardInputIsDoneAndASentence() throws Exception {
        RealProcess.Result result = RealProcess.shell("sockmortem analyze");
        assertThat(result.exit()).isZero();
        assertThat(result.out()).contains("The file is empty.");
    }

    @Test
    void aClosedPipeEndsQuietly() throws Exception {
        Path big = folder.resolve("report");
        // more than a pipe holds, so that the writer must notice
        RealProcess.Result result =
                RealProcess.shell("(sockmortem analyze " + floods() + "; echo $? >'" + big + "') | head -1");
        assertThat(result.out()).isEqualTo("Summary\n");
        assertThat(result.err()).isEmpty();
        assertThat(big).hasContent("0\n");
    }

    /** A folder of logs whose report is longer than 64 KiB. */
    private String floods() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            log.append("[").append(1_000 + 200 * i).append(".000000] TCP: too many orphaned sockets\n");
        }
        Files.writeString(folder.resolve("dmesg"), log);
        return "'" + folder.resolve("dmesg") + "'";
    }

    @Test
    void aFullDiskIsTold() throws Exception {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "a device that is always full");
        RealProcess.Result result = RealProcess.shell("sockmortem analyze " + MESSAGES + " >/dev/full");
        assertThat(result.exit()).isEqualTo(2);
        assertThat(result.err()).startsWith("sockmortem: standard output: The report could not be written: ");
    }

    @Test
    void aTerminalIsOne() throws Exception {
        Assumptions.assumeTrue(RealProcess.shell("command -v script").exit() == 0, "script, which makes a terminal");
        RealProcess.Result typed = RealProcess.shell("script -qec 'sockmortem analyze' /dev/null </dev/null");
        assertThat(typed.exit()).isEqualTo(2);
        assertThat(typed.out()).contains("no PATH given, and standard input is a terminal");
        String onTerminal = "script -qec 'sockmortem analyze " + MESSAGES + "' /dev/null </dev/null";
        assertThat(RealProcess.shell(onTerminal, Map.of("TERM", "xterm")).out()).contains("\u001b[");
        assertThat(RealProcess.shell(onTerminal, Map.of("TERM", "xterm", "NO_COLOR", "1"))
                        .out())
                .doesNotContain("\u001b[");
    }

    /** The surroundings that a report must not depend on: languages, character sets, zones, and the order of the paths. */
    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        String text = "--format text --format markdown=/dev/stderr";
        String one = "samples/web-server/messages samples/web-server/dmesg samples/lab-orphans-6.12";
        String other = "samples/lab-orphans-6.12 samples/web-server/dmesg samples/web-server/messages";
        RealProcess.Result expected = RealProcess.shell("sockmortem analyze " + text + " " + one);
        assertThat(expected.out()).contains("±");
        assertThat(expected.err()).contains("# ");
        for (Map<String, String> surroundings : List.of(
                Map.of("LC_ALL", "C", "TZ", "UTC"),
                Map.of("LC_ALL", "tr_TR.UTF-8", "TZ", "America/St_Johns"),
                Map.of("LANG", "ar_EG.UTF-8", "TZ", "Asia/Kolkata", "COLUMNS", "60"))) {
            assertThat(RealProcess.shell("sockmortem analyze --jobs 7 " + text + " " + other, surroundings))
                    .as(surroundings.toString())
                    .isEqualTo(expected);
        }
        String jar = "java -Duser.language=tr -Duser.country=TR -Duser.timezone=Pacific/Apia -Dfile.encoding=ISO-8859-1"
                + " -jar '" + RealProcess.jar() + "' analyze " + text + " " + other;
        assertThat(RealProcess.shell(jar)).isEqualTo(expected);
    }

    @Test
    void theSameInputGivesTheSameJson() throws Exception {
        RealProcess.Result expected = RealProcess.shell("sockmortem analyze --format json samples");
        String elsewhere = "sockmortem analyze --jobs 3 --format json samples";
        assertThat(RealProcess.shell(elsewhere, Map.of("LC_ALL", "C", "TZ", "Pacific/Apia")))
                .isEqualTo(expected);
    }
}
