package org.sockmortem.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockmortem.parse.LogFormat.BUSYBOX;
import static org.sockmortem.parse.LogFormat.RFC3164;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.postmortem.Report;

/**
 * What busybox' syslogd makes of the datagrams that its klogd sends. It listens at /dev/log and nowhere else, so it runs with a /dev of its
 * own; skipped where that cannot be had, or a program is missing.
 */
class BusyboxTest {
    private static final Capture CAPTURE = new Capture("orphans-cost8-burst3-6.12");

    /** Each line of the input a datagram; glibc's syslog(3), which klogd calls, puts the client's time and the tag before the text. */
    private static final String SEND =
            "use Socket; socket(S, AF_UNIX, SOCK_DGRAM, 0); connect(S, sockaddr_un(\"/dev/log\")) or die;"
                    + " while (<STDIN>) { chomp; send(S, $_, 0) or die; }";

    private static final String SCRIPT = """
            set -e
            mount -t tmpfs none /dev
            : > /dev/null
            busybox hostname web01
            busybox syslogd -n $1 &
            daemon=$!
            for i in 1 2 3 4 5 6 7 8 9; do [ -S /dev/log ] || busybox usleep 200000; done
            perl -e "$2"
            busybox usleep 300000
            [ "$3" = file ] && busybox cat log || busybox logread
            kill $daemon
            """;

    @TempDir
    Path folder;

    static Stream<Arguments> options() {
        return Stream.of(
                Arguments.of("-O ./log", "file"),
                Arguments.of("-S -O ./log", "file"),
                Arguments.of("-C1000", "logread"));
    }

    @ParameterizedTest(name = "busybox syslogd {0}, {1}")
    @MethodSource("options")
    void saysTheSame(String options, String shown) throws Exception {
        for (String tool : List.of("busybox", "perl", "mount")) {
            Tool.path(tool);
        }
        Scene scene = Scene.of(CAPTURE, Place.NOVEMBER, "web01");
        String sent = scene.lines(r ->
                "<" + r.level() + ">" + Stamps.rfc3164(scene.wall(r)) + " kernel: " + Stamps.raw(r) + " " + r.text());
        Path input = Files.writeString(folder.resolve("sent"), sent);
        byte[] printed = Tool.run(
                folder,
                Map.of(),
                List.of(
                        Tool.path("unshare"),
                        "-rmui",
                        "sh",
                        "-c",
                        "cd " + folder + "\n" + SCRIPT,
                        "sh",
                        options.replace("./", folder + "/"),
                        SEND,
                        shown),
                input);
        boolean small = options.startsWith("-S");
        Form form = Form.bytes("busybox", s -> printed, Sight.UPTIME_AND_SECONDS, small ? RFC3164 : BUSYBOX)
                .at(Place.NOVEMBER);
        byte[] plain = DmesgForms.plain(scene).getBytes(StandardCharsets.UTF_8);
        Report expected = Analysed.of(plain, CAPTURE, folder);
        Report report = Analysed.of(printed, CAPTURE, folder);
        assertThat(Sameness.problems(small ? form : form.hosted(), scene, expected, report))
                .as(new String(printed, StandardCharsets.UTF_8).lines().limit(3).toList() + " @ ")
                .isEmpty();
    }
}
