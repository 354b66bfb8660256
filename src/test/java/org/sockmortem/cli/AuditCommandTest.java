package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AuditCommandTest {
    private static final String CURE = """
            net.ipv4.ip_local_port_range = 1024 65535
            net.ipv4.tcp_mem = 786432 2097152 3145728
            net.ipv4.tcp_rmem = 4096 4096 16777216
            net.ipv4.tcp_timestamps = 1
            """;

    @TempDir
    private Path folder = Path.of("");

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void tellsTheWorstFirst() throws IOException {
        Invocation.Result result = Invocation.run("audit", file("cure.conf", CURE));
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("4 settings: 1 harmful, 2 risky, 1 ok.\n")
                .contains("cure.conf:3)")
                .contains("Instead: Keep the kernel's middle value");
        assertThat(result.out().indexOf("tcp_rmem")).isLessThan(result.out().indexOf("ip_local_port_range"));
        assertThat(result.out().indexOf("tcp_mem")).isLessThan(result.out().indexOf("tcp_timestamps"));
    }

    @Test
    void theKernelAndTheMemoryMakeItExact() {
        Invocation.Result result = new Invocation()
                .standardInput("net.ipv4.tcp_tw_recycle=1\nnet.ipv4.tcp_mem = 786432 2097152 3145728\n")
                .with("audit", "--kernel", "6.1.0", "--memory", "16GiB");
        assertThat(result.out())
                .startsWith("2 settings: 1 risky, 1 removed.\n")
                .contains("12 GiB of 16 GiB")
                .contains("up to 4.11")
                .doesNotContain("--kernel");
    }

    @Test
    void jsonIsAsTheContractHasIt() throws IOException {
        String path = file("a.conf", "# of a how-to\nnet.ipv4.tcp_tw_recycle = 1\n");
        Invocation.Result result = Invocation.run("audit", "--format", "json", path);
        JsonNode json = result.json();
        assertThat(json.propertyNames()).containsExactly("schemaVersion", "settings");
        assertThat(json.get("schemaVersion").asString()).isEqualTo("1");
        JsonNode setting = json.get("settings").get(0);
        assertThat(setting.propertyNames())
                .containsExactly("path", "line", "sysctl", "value", "verdict", "why", "instead");
        assertThat(setting.get("path").asString()).isEqualTo(path);
        assertThat(setting.get("line").isInt()).isTrue();
        assertThat(setting.get("line").asInt()).isEqualTo(2);
        assertThat(setting.get("verdict").asString()).isEqualTo("harmful");
        Invocation.Result fine =
                new Invocation().standardInput("net.ipv4.tcp_timestamps = 1\n").with("audit", "--format=json", "-");
        assertThat(fine.json().at("/settings/0/instead").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "net.ipv4.tcp_tw_recycle = 1,     critical, 1",
        "net.ipv4.tcp_mem = lots,         critical, 1",
        "net.ipv4.tcp_tw_timeout = 3,     critical, 0",
        "net.ipv4.tcp_tw_timeout = 3,     warning,  1",
        "net.ipv4.ip_local_port_range = 1024 65535, warning, 1",
        "net.ipv4.tcp_fin_timeout = 5,    warning,  0",
        "net.ipv4.tcp_fin_timeout = 5,    info,     1",
        "net.ipv4.tcp_timestamps = 1,     info,     0",
        "net.example.no_such_thing = 1,   info,     0"
    })
    void failsOnWhatIsThatBad(String setting, String least, int exit) {
        Invocation.Result result =
                new Invocation().standardInput(setting + "\n").with("audit", "--fail-on", least);
        assertThat(result.exit()).isEqualTo(exit);
        assertThat(result.out()).startsWith("1 setting: ");
    }

    @Test
    void aMissingFileBesideAGoodOneIsToldByTheCode() throws IOException {
        String good = file("good.conf", "net.ipv4.tcp_timestamps = 1\n");
        Invocation.Result beside = Invocation.run("audit", good, "no-such-file");
        assertThat(beside.exit()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(beside.err()).isEqualTo("sockmortem: no-such-file: No such file or folder.\n");
        assertThat(beside.out()).startsWith("1 setting: 1 ok.");
        String bad = file("bad.conf", "net.ipv4.tcp_tw_recycle = 1\n");
        assertThat(Invocation.run("audit", "--fail-on", "critical", bad, "no-such-file")
                        .exit())
                .isEqualTo(ExitStatus.FAIL_ON_MET);
        Invocation.Result none = Invocation.run("audit", "no-such-file");
        assertThat(none.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(none.out()).isEmpty();
    }

    @Test
    void withoutASettingThereIsASentence() {
        Invocation.Result result = new Invocation().standardInput("").with("audit", "-");
        assertThat(result.exit()).isEqualTo(ExitStatus.DONE);
        assertThat(result.out()).isEqualTo("No setting was found.\n");
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNames() throws IOException {
        file("20-b.conf", "net.ipv4.tcp_timestamps = 1\n");
        file("10-a.conf", "net.ipv4.tcp_sack = 1\n");
        JsonNode json =
                Invocation.run("audit", "--format", "json", folder.toString()).json();
        assertThat(json.at("/settings/0/path").asString()).endsWith("10-a.conf");
        assertThat(json.at("/settings/1/path").asString()).endsWith("20-b.conf");
    }

    @Test
    void wrongUsageIsToldBeforeAnyWork() {
        assertThat(new Invocation().inputIsTerminal().with("audit").exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(Invocation.run("audit", "").exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(Invocation.run("audit", "--format", "xml", "-").err()).contains("'xml' is none of text, json");
        assertThat(Invocation.run("audit", "--kernel", "new", "-").exit()).isEqualTo(ExitStatus.USAGE);
    }

    @Test
    void nothingInTheTextSteersTheTerminal() throws IOException {
        String path =
                file("a.conf", "net.ipv4.tcp_mem = '4096 \u001b[31m\u202e1 2'\nnet.x\u009b = '\u001b]0;a\u0007'\n");
        for (String format : new String[] {"text", "json"}) {
            Invocation.Result result = Invocation.run("audit", "--format", format, path, "\u001b[2Jno-such");
            assertThat(result.out() + result.err()).doesNotContain("\u001b", "\u202e", "\u0007", "\u009b");
        }
    }

    @Test
    void theHelpSaysWhatFailOnMeans() {
        assertThat(Invocation.run("audit", "--help").out())
                .contains("harmful and malformed settings are critical")
                .contains("70   a bug in sockmortem");
    }
}
