package org.sockmortem.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.sockmortem.parse.LogFormat.DMESG;
import static org.sockmortem.parse.LogFormat.DMESG_CTIME;
import static org.sockmortem.parse.LogFormat.DMESG_DELTA;
import static org.sockmortem.parse.LogFormat.DMESG_ISO;
import static org.sockmortem.parse.LogFormat.DMESG_JSON;
import static org.sockmortem.parse.LogFormat.DMESG_NOTIME;
import static org.sockmortem.parse.LogFormat.DMESG_RELTIME;
import static org.sockmortem.parse.LogFormat.JOURNAL_EXPORT;
import static org.sockmortem.parse.LogFormat.JOURNAL_FULL;
import static org.sockmortem.parse.LogFormat.JOURNAL_ISO;
import static org.sockmortem.parse.LogFormat.JOURNAL_JSON;
import static org.sockmortem.parse.LogFormat.JOURNAL_MONOTONIC;
import static org.sockmortem.parse.LogFormat.JOURNAL_SHORT;
import static org.sockmortem.parse.LogFormat.JOURNAL_UNIX;
import static org.sockmortem.parse.LogFormat.JOURNAL_VERBOSE;
import static org.sockmortem.parse.LogFormat.RFC3164;
import static org.sockmortem.parse.LogFormat.RFC3339;
import static org.sockmortem.parse.LogFormat.RFC5424;

import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.postmortem.Report;

/** What the tools of this machine print says the same as the log that they were given. Skipped where a tool is missing. */
class RealToolsTest {
    private static final Capture CAPTURE = new Capture("orphans-cost8-burst3-6.12");
    private static final long SECOND = 1_000_000;

    /** dmesg adds this machine's boot to the stamps, so only distances can be checked. */
    private static final Sight DISTANCES = new Sight(false, -1, false, SECOND, SECOND);

    /** What is not read yet. What is read must go from here. */
    private static final List<String> NOT_YET = List.of();

    @TempDir
    Path folder;

    static Stream<Arguments> dmesg() {
        return Stream.of(
                Arguments.of("", Sight.UPTIME, DMESG),
                Arguments.of("-x", Sight.UPTIME, DMESG),
                Arguments.of("-r", Sight.UPTIME, DMESG),
                Arguments.of("--color=always", Sight.UPTIME, DMESG),
                Arguments.of("-x --color=always", Sight.UPTIME, DMESG),
                Arguments.of("-d", Sight.UPTIME, DMESG),
                Arguments.of("-d -t", Sight.DELTA, DMESG_DELTA),
                Arguments.of("-T", DISTANCES, DMESG_CTIME),
                Arguments.of("-x -T", DISTANCES, DMESG_CTIME),
                Arguments.of("-d -T", DISTANCES, DMESG_CTIME),
                Arguments.of("-T --color=always", DISTANCES, DMESG_CTIME),
                Arguments.of("--time-format=iso", Sight.DELTA, DMESG_ISO),
                Arguments.of("-x --time-format=iso", Sight.DELTA, DMESG_ISO),
                // a minute may begin anywhere, and hides the distance to the line before
                Arguments.of("-e", Sight.NONE, DMESG_RELTIME),
                Arguments.of("-x -e", Sight.NONE, DMESG_RELTIME),
                Arguments.of("-H --nopager --color=always", Sight.NONE, DMESG_RELTIME),
                Arguments.of("-t", Sight.NONE, DMESG_NOTIME),
                Arguments.of("-x -t", Sight.NONE, DMESG_NOTIME),
                Arguments.of("-J", Sight.UPTIME, DMESG_JSON),
                Arguments.of("-J -x", Sight.UPTIME, DMESG_JSON));
    }

    @ParameterizedTest(name = "dmesg {0}")
    @MethodSource("dmesg")
    void dmesgOfAFile(String options, Sight sight, LogFormat format) throws Exception {
        for (String zone : List.of("UTC", "America/St_Johns")) {
            check(form("dmesg " + options, sight, format), dmesg(options, Map.of("TZ", zone)));
        }
    }

    @ParameterizedTest(name = "dmesg -T in {0}")
    @MethodSource("locales")
    void dmesgInOtherLanguages(String locale) throws Exception {
        byte[] names = Tool.run(folder, Map.of(), List.of(Tool.path("locale"), "-a"));
        String name = locale + ".utf8";
        assumeTrue(new String(names, StandardCharsets.UTF_8).lines().anyMatch(name::equals), name + " is not here");
        Map<String, String> surroundings = Map.of("LC_ALL", locale + ".UTF-8", "LANGUAGE", locale);
        check(form("dmesg -T, " + locale, DISTANCES, DMESG_CTIME), dmesg("-T", surroundings));
        check(form("dmesg -e, " + locale, Sight.NONE, DMESG_RELTIME), dmesg("-e", surroundings));
    }

    static Stream<String> locales() {
        return Stream.of("de_DE", "fr_FR", "sv_SE", "ja_JP", "ru_RU");
    }

    private byte[] dmesg(String options, Map<String, String> surroundings) throws Exception {
        Path log = Files.writeString(folder.resolve("kmsg"), DmesgForms.level(scene(Place.MARCH)));
        List<String> command = new ArrayList<>(List.of(Tool.path("dmesg"), "-F", log.toString()));
        Stream.of(options.split(" ", -1)).filter(o -> !o.isEmpty()).forEach(command::add);
        return Tool.run(folder, surroundings, command);
    }

    static Stream<Arguments> journal() {
        return Stream.of(
                Arguments.of("short", Sight.SECONDS, JOURNAL_SHORT),
                Arguments.of("short-precise", Sight.MICROS, JOURNAL_SHORT),
                Arguments.of("short-iso", Sight.SECONDS_AND_OFFSET, JOURNAL_ISO),
                Arguments.of("short-iso-precise", Sight.MICROS_AND_OFFSET, JOURNAL_ISO),
                Arguments.of("short-full", Sight.SECONDS, JOURNAL_FULL),
                Arguments.of("with-unit", Sight.SECONDS, JOURNAL_FULL),
                Arguments.of("short-monotonic", Sight.UPTIME, JOURNAL_MONOTONIC),
                Arguments.of("short-delta", Sight.UPTIME, JOURNAL_MONOTONIC),
                Arguments.of("short-unix", Sight.MICROS, JOURNAL_UNIX),
                Arguments.of("verbose", new Sight(true, 1, false, 1, 1), JOURNAL_VERBOSE),
                Arguments.of("export", Sight.UPTIME, JOURNAL_EXPORT),
                Arguments.of("json", Sight.UPTIME, JOURNAL_JSON),
                Arguments.of("json-pretty", Sight.UPTIME, JOURNAL_JSON),
                Arguments.of("json-sse", Sight.UPTIME, JOURNAL_JSON),
                Arguments.of("json-seq", Sight.UPTIME, JOURNAL_JSON),
                Arguments.of("cat", Sight.NONE, DMESG_NOTIME));
    }

    @ParameterizedTest(name = "journalctl -o {0}")
    @MethodSource("journal")
    void journalctlOfAFile(String output, Sight sight, LogFormat format) throws Exception {
        for (Place place : List.of(Place.OCTOBER, Place.UTC)) {
            Path stream = Files.writeString(folder.resolve("stream"), JournalForms.promptExport(scene(place)));
            Path journal = folder.resolve(place.boot().getEpochSecond() + ".journal");
            Tool.run(
                    folder,
                    Map.of(),
                    List.of(Tool.path("systemd-journal-remote"), "-o", journal.toString(), "-"),
                    stream);
            byte[] printed = Tool.run(
                    folder,
                    Map.of("TZ", place.zone().getId().replace("Z", "UTC"), "SYSTEMD_COLORS", "0"),
                    List.of(Tool.path("journalctl"), "--file=" + journal, "-o", output, "-a", "--no-pager"));
            // epochs are shown in UTC
            Place shown = output.equals("short-unix") ? new Place(place.boot(), Place.UTC.zone()) : place;
            Form form = form("journalctl -o " + output, sight, format).at(shown);
            // without a marker, short is what syslog writes
            List<LogFormat> formats = output.startsWith("short") && format == JOURNAL_SHORT
                    ? List.of(JOURNAL_SHORT, RFC3164)
                    : output.equals("short-iso-precise") ? List.of(JOURNAL_ISO, RFC3339) : List.of(format);
            form = Form.bytes(form.name(), form.renderer(), sight, formats.toArray(LogFormat[]::new))
                    .at(shown);
            check(output.equals("cat") ? form : form.hosted(), printed);
        }
    }

    @ParameterizedTest(name = "rsyslogd: {0}")
    @MethodSource("templates")
    void rsyslogd(String template, Sight sight, LogFormat format) throws Exception {
        Path socket = folder.resolve("socket");
        Path log = folder.resolve("messages");
        Path settings =
                Files.writeString(folder.resolve("settings"), Stamps.format("""
                global(workDirectory="%s")
                module(load="imptcp")
                input(type="imptcp" path="%s")
                action(type="omfile" file="%s" template="%s")
                """, folder, socket, log, template));
        ProcessBuilder builder = new ProcessBuilder(
                        Tool.path("rsyslogd"),
                        "-n",
                        "-f",
                        settings.toString(),
                        "-i",
                        folder.resolve("pid").toString())
                .redirectOutput(folder.resolve("out").toFile())
                .redirectErrorStream(true);
        builder.environment().put("TZ", Place.MARCH.zone().getId());
        Process daemon = builder.start();
        try {
            assumeTrue(
                    soon(() -> Files.exists(socket)),
                    "rsyslogd opened no socket: " + Files.readString(folder.resolve("out")));
            Scene scene = scene(Place.MARCH);
            try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
                ByteBuffer records =
                        ByteBuffer.wrap(SyslogForms.forwarded(scene).getBytes(StandardCharsets.UTF_8));
                while (records.hasRemaining()) {
                    channel.write(records);
                }
            }
            int last = scene.records().size() - 1;
            String end = scene.records().get(last).text();
            assumeTrue(soon(() -> count(log, end) >= count(scene, end)), "rsyslogd did not write it all");
        } finally {
            daemon.destroy();
            daemon.waitFor(10, TimeUnit.SECONDS);
        }
        check(form("rsyslogd " + template, sight, format).hosted(), Files.readAllBytes(log));
    }

    static Stream<Arguments> templates() {
        return Stream.of(
                Arguments.of("RSYSLOG_TraditionalFileFormat", Sight.SECONDS, RFC3164),
                Arguments.of("RSYSLOG_FileFormat", Sight.MICROS_AND_OFFSET, RFC3339),
                Arguments.of("RSYSLOG_SyslogProtocol23Format", Sight.MICROS_AND_OFFSET, RFC5424),
                Arguments.of("RSYSLOG_TraditionalForwardFormat", Sight.SECONDS, RFC3164),
                Arguments.of("RSYSLOG_ForwardFormat", Sight.MICROS_AND_OFFSET, RFC3339));
    }

    private static long count(Path log, String text) {
        try {
            return Files.exists(log) ? Files.readString(log).split(text, -1).length - 1 : 0;
        } catch (java.io.IOException e) {
            return 0;
        }
    }

    private static long count(Scene scene, String text) {
        return scene.records().stream().filter(r -> r.text().equals(text)).count();
    }

    private static boolean soon(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 100 && !condition.getAsBoolean(); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        return condition.getAsBoolean();
    }

    private static Scene scene(Place place) {
        return Scene.of(CAPTURE, place, "web01");
    }

    private static Form form(String name, Sight sight, LogFormat format) {
        return Form.bytes(name, s -> new byte[0], sight, format);
    }

    private void check(Form form, byte[] printed) {
        Scene scene = scene(form.place());
        byte[] plain = DmesgForms.plain(scene).getBytes(StandardCharsets.UTF_8);
        Report expected = Analysed.of(plain, CAPTURE, folder);
        Report report = Analysed.of(printed, CAPTURE, folder);
        List<String> problems = Sameness.problems(form, scene, expected, report);
        if (NOT_YET.contains(form.name())) {
            assertThat(problems)
                    .as(form.name() + " is read by now: take it out of NOT_YET")
                    .isNotEmpty();
        } else {
            assertThat(problems).as(form.name()).isEmpty();
        }
    }
}
