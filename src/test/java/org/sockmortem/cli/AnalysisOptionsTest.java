package org.sockmortem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Options that change what the report says, each from the word on the command line to the number in the report. */
class AnalysisOptionsTest {
    private static final String MESSAGES = "samples/web-server/messages";
    /** Two bursts: at 63286 s and, six minutes later, at 63665 s, the log's last. */
    private static final String DMESG = "samples/web-server/dmesg";

    @TempDir
    private Path folder;

    private static JsonNode host(String... args) {
        Invocation.Result result = result(args);
        assertThat(result.exit()).as(result.err()).isEqualTo(ExitStatus.DONE);
        return result.host();
    }

    private static Invocation.Result result(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "analyze";
        all[1] = "--format";
        all[2] = "json";
        System.arraycopy(args, 0, all, 3, args.length);
        return Invocation.run(all);
    }

    private static String starts(JsonNode host) {
        StringBuilder starts = new StringBuilder();
        host.get("bursts")
                .forEach(b -> starts.append(b.at("/start/uptime").asInt()).append(' '));
        return starts.toString().strip();
    }

    // --since, --until

    @ParameterizedTest
    @CsvSource({
        "--since, 63286s, 63286 63665",
        "--since, 63300s, 63665",
        "--since, 63290.5s, 63286 63665",
        "--since, 64000s, ''",
        "--until, 63286s, ''",
        "--until, 63286.3s, 63286",
        "--until, 63665s, 63286",
        "--since, 10 minutes ago, 63286 63665",
        "--since, 6min ago, 63665",
        "--since, 360 s ago, 63665",
        "--since, 5m30s ago, 63665",
        "--since, 1 hour ago, 63286 63665",
        "--since, 999999999 weeks ago, 63286 63665",
        "--until, 6 minutes ago, 63286",
        "--until, 1 day ago, ''",
    })
    void aLogWithoutWallTimeIsCutByUptimeAndBackFromItsEnd(String option, String time, String starts) {
        assertThat(starts(host(option, time, DMESG))).isEqualTo(starts);
    }

    @ParameterizedTest
    @CsvSource({
        // local, in the log's own zone; the log tells no year, so it is the one that the user says
        "--since, 2025-10-28T21:58:52, 1",
        "--since, 2025-10-28 21:58:52, 1",
        "--since, 2025-10-28T21:59, 0",
        "--since, 2025-10-28, 1",
        "--since, 2025-10-29, 0",
        "--until, 2025-10-28, 0",
        "--until, 2025-10-28T21:58:48, 1",
        "--until, 2025-10-28T21:58:47, 0",
        "--since, '2025-10-28T21:58:52,500', 1",
        "--since, 1 hour ago, 1",
        "--until, 1 hour ago, 0",
    })
    void aLogWithWallTimeIsCutByIt(String option, String time, int bursts) {
        assertThat(host(option, time, MESSAGES).get("bursts").size()).isEqualTo(bursts);
    }

    @ParameterizedTest
    @CsvSource({
        // 21:58:48 to :53 in Berlin, where winter time had begun two days before
        "--since, 2025-10-28T20:58:50Z, 1",
        "--since, 2025-10-28T20:59:00Z, 0",
        "--since, 2025-10-28T22:58:50+02:00, 1",
        "--since, 2025-10-28T22:59:00+0200, 0",
        "--since, 2025-10-28 22:58:50 +0200, 1",
        "--until, 2025-10-28 20:58:47 UTC, 0",
        "--until, 2025-10-28T20:58:49z, 1",
        "--since, 2025-10-28T21:58:50, 1",
        "--since, 2025-10-28T21:59:00, 0",
    })
    void withAYearAndAZoneItIsCutByInstants(String option, String time, int bursts) {
        JsonNode host = host("--year", "2025", "--tz", "Europe/Berlin", option, time, MESSAGES);
        assertThat(host.get("bursts").size()).isEqualTo(bursts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"yesterday", "63286", "2025-13-01", "2025-10-28T25:00:00", "hour ago", "-1h", "", "12345678901s"
            })
    void whatIsNoTimeIsWrongUsage(String word) {
        Invocation.Result result = result("--since", word, DMESG);
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).contains("'" + word + "' is no time such as 2025-10-28T21:58:48");
    }

    @ParameterizedTest
    @CsvSource({
        "2025-10-29, 2025-10-28",
        "63300s, 63200s",
        "1 hour ago, 2 hours ago",
        "2025-10-28T21:00:00Z, 2025-10-28T21:30:00+01:00",
    })
    void aStretchThatEndsBeforeItBeginsIsWrongUsage(String since, String until) {
        Invocation.Result result = result("--since", since, "--until", until, DMESG);
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).startsWith("sockmortem: --since is later than --until\n");
    }

    @Test
    void whatIsCutIsReadAllTheSame() {
        assertThat(host("--since", "63300s", DMESG)
                        .at("/totals/0/suppressedMax")
                        .asInt())
                .as("the note of the second burst tells of the first")
                .isZero();
        assertThat(result("--since", "64000s", DMESG)
                        .json()
                        .at("/coverage/recognised")
                        .asInt())
                .isEqualTo(8);
    }

    // --gap

    @ParameterizedTest
    @CsvSource({"60s, 2", "5m, 2", "380s, 1", "6m20s, 1", "1h, 1", "0, 7", "0.1s, 3", "1d, 1"})
    void theGapPartsBursts(String gap, int bursts) {
        assertThat(host("--gap", gap, DMESG).get("bursts").size()).isEqualTo(bursts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5s", "5 s", "1e3s", "99999d", "99999999999999999999s", "5x"})
    void whatIsNoDurationIsWrongUsage(String word) {
        Invocation.Result result = result("--gap=" + word, DMESG);
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).contains("'" + word + "' is no duration");
    }

    // --year, --tz

    @Test
    void theYearAndTheZoneAreInEveryMoment() {
        assertThat(host(MESSAGES).at("/bursts/0/start/wall").asString()).isEqualTo("--10-28T21:58:48");
        assertThat(host("--year", "2025", MESSAGES).at("/bursts/0/start/wall").asString())
                .isEqualTo("2025-10-28T21:58:48");
        assertThat(host("--year", "2025", "--tz", "Europe/Berlin", MESSAGES)
                        .at("/bursts/0/start/wall")
                        .asString())
                .isEqualTo("2025-10-28T21:58:48+01:00");
    }

    @ParameterizedTest
    @CsvSource({
        "--year, MMXXV, year",
        "--year, 0, year",
        "--year, 10000, year",
        "--year, -5, year",
        "--tz, Middle-earth/Shire, zone",
        "--kernel, Linux, kernel release",
        "--memory, plenty, size",
        "--memory, 0, size",
        "--memory, 999999999999T, size",
        "--jobs, 0, number of threads",
        "--jobs, many, number of threads",
        "--host, '', name",
    })
    void aWordThatMeansNothingIsToldSo(String option, String word, String what) {
        Invocation.Result result = result(option + "=" + word, DMESG);
        assertThat(result.exit()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("sockmortem: Invalid value for option '" + option + "'")
                .contains("'" + word + "' is no " + what)
                .doesNotContain("Exception");
    }

    // --kernel, --host

    @Test
    void theKernelDecidesTheLimiter() {
        JsonNode kernel = host("--kernel", "3.10.0-957.el7.x86_64", DMESG).get("kernel");
        assertThat(kernel.get("release").asString()).isEqualTo("3.10.0-957.el7.x86_64");
        assertThat(kernel.get("limiter").asString()).isEqualTo("old-window");
        assertThat(kernel.get("knownFrom").asString()).isEqualTo("option");
    }

    @Test
    void theHostNamesOnlyLogsThatNameNone() {
        assertThat(host("--host", "web1", DMESG).get("host").asString()).isEqualTo("web1");
        assertThat(host("--host", "web1", MESSAGES).get("host").asString()).isEqualTo("localhost");
    }

    // --sysctl

    @Test
    void theSettingsStandInForTheHosts() throws IOException {
        Path settings = folder.resolve("from-the-host");
        Files.writeString(settings, "net.ipv4.tcp_max_orphans = 4096\nnet.core.message_burst = 20\n");
        JsonNode host = host("--sysctl", settings.toString(), DMESG);
        assertThat(host.at("/readings/0/name").asString()).isEqualTo("net.core.message_burst");
        assertThat(host.at("/rateLimit/burst").asInt()).isEqualTo(20);
        assertThat(host.at("/rateLimit/knownFrom").asString()).isEqualTo("option");
    }

    @Test
    void settingsThatAreMissingAreNamedAndTheLogIsAnalysed() {
        Invocation.Result result = result("--sysctl", "no-such-file", DMESG);
        assertThat(result.exit()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(result.err()).isEqualTo("sockmortem: no-such-file: No such file or folder.\n");
        assertThat(result.host().get("bursts").size()).isEqualTo(2);
        assertThat(Invocation.run("analyze", "--sysctl", "no-such-file", DMESG).out())
                .contains("no-such-file: No such file or folder.");
    }

    @Test
    void settingsWithoutASettingAreNamed() {
        Invocation.Result result = result("--sysctl", MESSAGES, DMESG);
        assertThat(result.exit()).isEqualTo(ExitStatus.PARTIAL);
        assertThat(result.err()).isEqualTo("sockmortem: " + MESSAGES + ": No sysctl setting was found in it.\n");
    }
}
