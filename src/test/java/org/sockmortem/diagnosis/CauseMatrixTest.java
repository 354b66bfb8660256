package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Suppressed;

/**
 * Every cause against its evidence, absent, below, at and above the point where it decides, on an old kernel, a new one, and one that nothing
 * names. A cell is the verdict and the key of the sentence that matters; a dash means that the cause is not found; a dot, that such a kernel
 * does not say such a line.
 */
class CauseMatrixTest {
    private static final Properties SENTENCES = sentences();

    private static final String OLD = "2.6.32-642.el6.x86_64";
    private static final String NEW = "6.1.0-50-cloud-amd64";

    /** Where the evidence stands beside the point that decides. */
    enum Level {
        ABSENT,
        BELOW,
        AT,
        ABOVE;

        /** A number below, at or above that one. */
        long of(long point) {
            return this == BELOW ? point - 1 : this == ABOVE ? point + 1 : point;
        }
    }

    /** What the evidence is. */
    enum Scale {
        /** sockstat's orphans beside a limit of 1000, with memory far from its own. */
        ORPHANS,
        /** sockstat's pages beside a limit of 30000, with orphans far from theirs. */
        PAGES,
        /** tcp_max_orphans beside the 65536 of the boot line. */
        BOOT_LINE,
        /** tcp_max_orphans beside half of the 65536 that 16 GiB make. */
        MEMORY_SIZE,
        /** The third number of tcp_mem beside half of 16 GiB. */
        HALF_OF_MEMORY,
        /** ListenOverflows beside 0; below it there is nothing. */
        OVERFLOWS,
        /** Seconds from an OOM kill, in hundredths, beside the two seconds of a dying process. */
        KILL,
        /** Likewise from a crash. */
        CRASH,
        /** Likewise from a service whose main process is gone. */
        EXIT,
        /** Likewise from a service that begins to be stopped. */
        STOP,
        /** fs.file-max beside the 10000 that the line names. */
        FILE_MAX,
        /** An allocation that failed, in hundredths of a second beside the five that matter. */
        FAILURE,
        /** nf_conntrack_max × 640 bytes beside a tenth of 20 GiB. */
        CONNTRACK_PRICE,
        /** sockstat's pages beside the 20000 at which TCP is pressed. */
        PRESSURE,
        /** TCPAbortOnMemory beside 0; below it there is nothing. */
        CUT,
        /** TCPMemoryPressures beside 0, with three sockets cut. */
        CALM,
        /** sockstat's TIME_WAIT beside a limit of 1000. */
        TIME_WAIT,
        /** Tracked connections beside a limit of 1000. */
        CONNTRACK,
        /** Sockets in CLOSE_WAIT beside the 1000 that are many. */
        CLOSE_WAIT,
        /** Nothing. */
        NONE
    }

    @ParameterizedTest(name = "{0} by {1}: {2} {3}")
    @CsvSource(delimiterString = "|", nullValues = "nothing", textBlock = """
            # cause                         | said by                  | evidence        | level  | up to 3.2                      | since 3.3                            | unknown
            orphan-limit-reached            | TCP_ORPHANS              | ORPHANS         | ABSENT | .                              | confirmed orphans.gauge.missing      | confirmed orphans.limit.unknown
            orphan-limit-reached            | TCP_ORPHANS              | ORPHANS         | BELOW  | .                              | confirmed orphans.gauge.other-time   | confirmed orphans.gauge.other-time
            orphan-limit-reached            | TCP_ORPHANS              | ORPHANS         | AT     | .                              | confirmed orphans.gauge.other-time   | confirmed orphans.gauge.other-time
            orphan-limit-reached            | TCP_ORPHANS              | ORPHANS         | ABOVE  | .                              | confirmed orphans.gauge.above        | confirmed orphans.gauge.above
            orphan-limit-reached            | MPTCP_ORPHANS            | NONE            | ABSENT | .                              | confirmed orphans.line.mptcp         | confirmed orphans.line.mptcp
            orphan-limit-reached            | TCP_ORPHANS_OR_MEMORY    | ORPHANS         | ABSENT | -                              | .                                    | -
            orphan-limit-reached            | TCP_ORPHANS_OR_MEMORY    | ORPHANS         | AT     | -                              | .                                    | -
            orphan-limit-reached            | TCP_ORPHANS_OR_MEMORY    | ORPHANS         | ABOVE  | likely old.gauge.orphans       | .                                    | likely old.gauge.orphans
            orphan-limit-reached            | TCP_SOCKET_MEMORY        | ORPHANS         | BELOW  | likely old.gauge.orphans       | .                                    | likely old.gauge.orphans
            orphan-limit-reached            | TCP_SOCKET_MEMORY        | PAGES           | ABOVE  | -                              | .                                    | -
            orphan-limit-reached            | TCP_SOCKET_MEMORY        | HALF_OF_MEMORY  | BELOW  | -                              | .                                    | -
            orphan-limit-reached            | TCP_SOCKET_MEMORY        | HALF_OF_MEMORY  | AT     | likely old.setting.orphans     | .                                    | likely old.setting.orphans
            orphan-limit-reached            | TCP_SOCKET_MEMORY        | HALF_OF_MEMORY  | ABOVE  | likely old.setting.orphans     | .                                    | likely old.setting.orphans
            orphans-or-memory               | TCP_ORPHANS_OR_MEMORY    | ORPHANS         | ABSENT | possible old.path.close        | .                                    | possible old.gauge.missing
            orphans-or-memory               | TCP_ORPHANS_OR_MEMORY    | ORPHANS         | BELOW  | possible old.path.close        | .                                    | possible old.path.close
            orphans-or-memory               | TCP_ORPHANS_OR_MEMORY    | ORPHANS         | AT     | possible old.collect           | .                                    | possible old.collect
            orphans-or-memory               | TCP_ORPHANS_OR_MEMORY    | ORPHANS         | ABOVE  | -                              | .                                    | -
            orphans-or-memory               | TCP_SOCKET_MEMORY        | PAGES           | AT     | possible old.path.timer        | .                                    | possible old.not.tcp-mem
            orphans-or-memory               | TCP_SOCKET_MEMORY        | PAGES           | ABOVE  | -                              | .                                    | -
            orphans-or-memory               | TCP_ORPHANS              | ORPHANS         | ABOVE  | .                              | -                                    | -
            tcp-memory-limit-reached        | TCP_MEMORY               | PAGES           | ABSENT | .                              | confirmed memory.limit.unknown       | confirmed memory.gauge.missing
            tcp-memory-limit-reached        | TCP_MEMORY               | PAGES           | BELOW  | .                              | confirmed memory.gauge               | confirmed memory.gauge
            tcp-memory-limit-reached        | TCP_MEMORY               | PAGES           | AT     | .                              | confirmed memory.gauge               | confirmed memory.gauge
            tcp-memory-limit-reached        | TCP_MEMORY               | PAGES           | ABOVE  | .                              | confirmed memory.gauge.above         | confirmed memory.gauge.above
            tcp-memory-limit-reached        | MPTCP_MEMORY             | NONE            | ABSENT | .                              | confirmed memory.line.mptcp          | confirmed memory.line.mptcp
            tcp-memory-limit-reached        | TCP_ORPHANS_OR_MEMORY    | PAGES           | ABSENT | -                              | .                                    | -
            tcp-memory-limit-reached        | TCP_ORPHANS_OR_MEMORY    | PAGES           | AT     | -                              | .                                    | -
            tcp-memory-limit-reached        | TCP_ORPHANS_OR_MEMORY    | PAGES           | ABOVE  | likely old.gauge.memory        | .                                    | likely old.gauge.memory
            tcp-memory-limit-reached        | TCP_SOCKET_MEMORY        | PAGES           | ABOVE  | likely old.gauge.memory        | .                                    | likely old.gauge.memory
            orphan-limit-lowered            | TCP_ORPHANS              | BOOT_LINE       | ABSENT | .                              | -                                    | -
            orphan-limit-lowered            | TCP_ORPHANS              | BOOT_LINE       | BELOW  | .                              | likely lowered.restore               | likely lowered.restore
            orphan-limit-lowered            | TCP_ORPHANS_OR_MEMORY    | BOOT_LINE       | BELOW  | likely lowered.restore         | .                                    | likely lowered.restore
            orphan-limit-lowered            | TCP_ORPHANS              | BOOT_LINE       | AT     | .                              | ruled-out lowered.not                | ruled-out lowered.not
            orphan-limit-lowered            | TCP_ORPHANS              | BOOT_LINE       | ABOVE  | .                              | ruled-out lowered.not                | ruled-out lowered.not
            orphan-limit-lowered            | TCP_SOCKET_MEMORY        | BOOT_LINE       | AT     | ruled-out lowered.not          | .                                    | ruled-out lowered.not
            orphan-limit-lowered            | TCP_ORPHANS              | MEMORY_SIZE     | BELOW  | .                              | possible lowered.estimated           | possible lowered.estimated
            orphan-limit-lowered            | TCP_ORPHANS              | MEMORY_SIZE     | AT     | .                              | -                                    | -
            orphan-limit-lowered            | TCP_ORPHANS              | MEMORY_SIZE     | ABOVE  | .                              | -                                    | -
            tcp-memory-limit-misconfigured  | TCP_MEMORY               | HALF_OF_MEMORY  | ABSENT | .                              | -                                    | -
            tcp-memory-limit-misconfigured  | TCP_MEMORY               | HALF_OF_MEMORY  | BELOW  | .                              | -                                    | -
            tcp-memory-limit-misconfigured  | TCP_MEMORY               | HALF_OF_MEMORY  | AT     | .                              | -                                    | -
            tcp-memory-limit-misconfigured  | TCP_MEMORY               | HALF_OF_MEMORY  | ABOVE  | .                              | possible misconfigured.not-proven    | possible misconfigured.not-proven
            mass-close                      | TCP_ORPHANS              | KILL            | ABSENT | .                              | possible mass.sudden.one             | possible mass.sudden.one
            mass-close                      | TCP_ORPHANS              | KILL            | BELOW  | .                              | likely mass.kill                     | likely mass.kill
            mass-close                      | TCP_ORPHANS              | KILL            | AT     | .                              | likely mass.kill                     | likely mass.kill
            mass-close                      | TCP_ORPHANS              | KILL            | ABOVE  | .                              | possible mass.sudden.one             | possible mass.sudden.one
            mass-close                      | TCP_ORPHANS_OR_MEMORY    | KILL            | AT     | likely mass.kill               | .                                    | likely mass.kill
            mass-close                      | TCP_ORPHANS              | CRASH           | BELOW  | .                              | likely mass.crash                    | likely mass.crash
            mass-close                      | TCP_ORPHANS              | CRASH           | AT     | .                              | likely mass.sudden.too               | likely mass.owner.missing
            mass-close                      | TCP_ORPHANS              | CRASH           | ABOVE  | .                              | possible mass.sudden.one             | possible mass.sudden.one
            mass-close                      | TCP_SOCKET_MEMORY        | CRASH           | AT     | likely mass.crash              | .                                    | likely mass.crash
            mass-close                      | TCP_SOCKET_MEMORY        | CRASH           | ABOVE  | -                              | .                                    | -
            mass-close                      | TCP_ORPHANS_OR_MEMORY    | EXIT            | AT     | likely mass.exit               | .                                    | likely mass.exit
            mass-close                      | TCP_ORPHANS              | EXIT            | ABOVE  | .                              | possible mass.sudden.one             | possible mass.sudden.one
            mass-close                      | TCP_ORPHANS              | STOP            | AT     | .                              | likely mass.stop                     | likely mass.stop
            mass-close                      | TCP_ORPHANS              | STOP            | ABOVE  | .                              | possible mass.sudden.one             | possible mass.sudden.one
            mass-close                      | TCP_MEMORY               | CRASH           | AT     | .                              | -                                    | -
            listen-backlog-too-small        | TCP_SYN_FLOOD            | OVERFLOWS       | ABSENT | possible listen.old            | possible listen.new                  | possible listen.either
            listen-backlog-too-small        | TCP_SYN_FLOOD            | OVERFLOWS       | AT     | possible listen.counters.missing | possible listen.not.syn-backlog    | possible listen.counters.missing
            listen-backlog-too-small        | TCP_SYN_FLOOD            | OVERFLOWS       | ABOVE  | likely listen.overflows        | likely listen.overflows              | likely listen.overflows
            syn-cookies-off                 | TCP_OPEN_REQUEST_DROPPED | NONE            | ABSENT | confirmed cookies.on           | confirmed cookies.on                 | confirmed cookies.on
            conntrack-table-full            | CONNTRACK_FULL           | CONNTRACK_PRICE | ABSENT | confirmed conntrack.read-first | confirmed conntrack.read-first       | confirmed conntrack.read-first
            conntrack-table-full            | CONNTRACK_FULL           | CONNTRACK_PRICE | AT     | confirmed conntrack.raise      | confirmed conntrack.raise            | confirmed conntrack.raise
            conntrack-table-full            | CONNTRACK_FULL           | CONNTRACK_PRICE | ABOVE  | confirmed conntrack.raise.too-much | confirmed conntrack.raise.too-much | confirmed conntrack.raise.too-much
            neighbour-table-full            | NEIGHBOUR_OVERFLOW       | NONE            | ABSENT | confirmed neighbour.read-first | confirmed neighbour.read-first       | confirmed neighbour.read-first
            route-cache-full                | ROUTE_CACHE_FULL         | NONE            | ABSENT | confirmed route.line           | confirmed route.line                 | confirmed route.line
            time-wait-buckets-full          | TCP_TIME_WAIT_OVERFLOW   | FAILURE         | ABSENT | likely time-wait.line          | .                                    | likely time-wait.line
            time-wait-buckets-full          | TCP_TIME_WAIT_OVERFLOW   | FAILURE         | BELOW  | possible time-wait.no-memory   | .                                    | possible time-wait.no-memory
            time-wait-buckets-full          | TCP_TIME_WAIT_OVERFLOW   | FAILURE         | AT     | possible time-wait.no-memory   | .                                    | possible time-wait.no-memory
            time-wait-buckets-full          | TCP_TIME_WAIT_OVERFLOW   | FAILURE         | ABOVE  | likely time-wait.line          | .                                    | likely time-wait.line
            file-handles-exhausted          | FILES_FILE_MAX           | FILE_MAX        | ABSENT | confirmed files.raise          | confirmed files.raise                | confirmed files.raise
            file-handles-exhausted          | FILES_FILE_MAX           | FILE_MAX        | AT     | confirmed files.raise          | confirmed files.raise                | confirmed files.raise
            file-handles-exhausted          | FILES_FILE_MAX           | FILE_MAX        | ABOVE  | confirmed files.raised-since   | confirmed files.raised-since         | confirmed files.raised-since
            tcp-memory-limit-reached        | TCP_SOCKET_MEMORY        | CALM            | AT     | ruled-out old.counters.orphans | .                                    | ruled-out old.counters.orphans
            tcp-memory-limit-reached        | TCP_SOCKET_MEMORY        | CALM            | ABOVE  | -                              | .                                    | -
            application-leak                | TCP_ORPHANS              | CLOSE_WAIT      | BELOW  | .                              | -                                    | -
            application-leak                | TCP_ORPHANS              | CLOSE_WAIT      | AT     | .                              | possible leak.count                  | possible leak.count
            application-leak                | TCP_SOCKET_MEMORY        | CLOSE_WAIT      | ABOVE  | possible leak.no-link          | .                                    | possible leak.no-link
            # nothing said: what a capture alone tells
            orphan-limit-reached            | nothing                  | ORPHANS         | ABSENT | -                              | -                                    | -
            orphan-limit-reached            | nothing                  | ORPHANS         | AT     | -                              | -                                    | -
            orphan-limit-reached            | nothing                  | ORPHANS         | ABOVE  | confirmed silent.orphans.above | confirmed silent.orphans.above       | confirmed silent.no-line
            orphan-limit-reached            | nothing                  | CUT             | AT     | -                              | -                                    | -
            orphan-limit-reached            | nothing                  | CUT             | ABOVE  | possible counter.abort         | possible silent.decide.sockstat      | possible silent.no-line
            orphan-limit-reached            | nothing                  | CALM            | AT     | likely silent.orphans.calm     | likely silent.orphans.calm           | likely silent.decide.log
            orphan-limit-reached            | nothing                  | CALM            | ABOVE  | possible silent.orphans.pressed | possible silent.orphans.pressed     | possible silent.orphans.pressed
            tcp-memory-limit-reached        | nothing                  | PAGES           | ABSENT | -                              | -                                    | -
            tcp-memory-limit-reached        | nothing                  | PRESSURE        | AT     | -                              | -                                    | -
            tcp-memory-limit-reached        | nothing                  | PRESSURE        | ABOVE  | possible silent.memory.pressing | possible silent.memory.pressing     | possible silent.decide.memory
            tcp-memory-limit-reached        | nothing                  | PAGES           | AT     | possible silent.memory.pressing | possible silent.memory.pressing     | possible silent.memory.no-line
            tcp-memory-limit-reached        | nothing                  | PAGES           | ABOVE  | confirmed silent.memory.above  | confirmed silent.memory.above        | confirmed memory.application
            tcp-memory-limit-reached        | nothing                  | CALM            | ABOVE  | possible counter.pressure      | possible counter.pressure            | possible counter.pressure
            time-wait-buckets-full          | nothing                  | TIME_WAIT       | BELOW  | -                              | -                                    | -
            time-wait-buckets-full          | nothing                  | TIME_WAIT       | AT     | confirmed time-wait.gauge      | confirmed time-wait.gauge            | confirmed time-wait.gauge
            conntrack-table-full            | nothing                  | CONNTRACK       | BELOW  | -                              | -                                    | -
            conntrack-table-full            | nothing                  | CONNTRACK       | AT     | confirmed conntrack.full       | confirmed conntrack.full             | confirmed conntrack.full
            listen-backlog-too-small        | nothing                  | OVERFLOWS       | AT     | -                              | -                                    | -
            listen-backlog-too-small        | nothing                  | OVERFLOWS       | ABOVE  | likely silent.listen.overflows | likely silent.listen.no-line         | likely silent.decide.listen
            kernel-memory-exhausted         | TCP_ORPHANS              | KILL            | ABSENT | .                              | -                                    | -
            kernel-memory-exhausted         | TCP_ORPHANS              | KILL            | ABOVE  | .                              | likely oom.killed                    | likely oom.killed
            """)
    void holds(
            String cause, @Nullable Signal said, Scale scale, Level level, String old, String since, String unknown) {
        cell(cause, said, scale, level, OLD, old);
        cell(cause, said, scale, level, NEW, since);
        cell(cause, said, scale, level, null, unknown);
    }

    private static void cell(
            String cause, @Nullable Signal said, Scale scale, Level level, @Nullable String kernel, String expected) {
        if (expected.equals(".")) {
            return;
        }
        Cases cases = Cases.quiet();
        if (said != null) {
            cases.burst(said, 1000, 4, 7, new Suppressed(0, 56, 56), text(said));
        }
        List<Finding> found = evidence(kernel == null ? cases : cases.kernel(kernel), scale, level).findings().stream()
                .filter(f -> f.cause().equals(cause))
                .toList();
        String where = "on " + kernel;
        if (expected.equals("-")) {
            assertThat(found).as(where).isEmpty();
            return;
        }
        String[] verdictAndKey = expected.split(" ", -1);
        assertThat(found).as(where).singleElement().satisfies(finding -> {
            assertThat(finding.verdict()).as(where).hasToString(verdictAndKey[0]);
            assertThat(texts(finding))
                    .as(where)
                    .anyMatch(pattern(verdictAndKey[1]).asMatchPredicate());
            if (finding.verdict() == Verdict.LIKELY || finding.verdict() == Verdict.POSSIBLE) {
                assertThat(Texts.missing(finding)).as(where).first().asString().endsWith(" This would decide it.");
            }
        });
    }

    private static String text(Signal said) {
        return said == Signal.FILES_FILE_MAX ? "VFS: file-max limit 10000 reached" : said + "!";
    }

    private static Cases evidence(Cases cases, Scale scale, Level level) {
        if (level == Level.ABSENT) {
            return cases;
        }
        return switch (scale) {
            case ORPHANS -> gauges(cases, level.of(1000), 10);
            case PAGES -> gauges(cases, 5, level.of(30_000));
            case BOOT_LINE -> cases.hash(131_072).sysctl(OrphanLimit.NAME, level.of(65_536));
            case MEMORY_SIZE -> cases.memory(16L << 30).sysctl(OrphanLimit.NAME, level.of(32_768));
            case HALF_OF_MEMORY ->
                cases.memory(16L << 30).sysctl(TcpMemory.NAME, "196608 262144 " + level.of(2_097_152));
            case OVERFLOWS -> cases.sysctl("netstat.TcpExt.ListenOverflows", level.of(0));
            case KILL -> cases.context(Signal.MEMORY_OOM_KILL, 1000 - level.of(200) / 100.0, "java invoked oom-killer");
            case CRASH ->
                cases.context(
                        Signal.PROCESS_CRASH,
                        1000 - level.of(200) / 100.0,
                        "nginx[4711]: segfault at 0 ip 00007f sp 00007f error 4");
            case EXIT ->
                cases.context(
                        Signal.SERVICE_STOP,
                        1000 - level.of(200) / 100.0,
                        "nginx.service: Main process exited, code=killed, status=9/KILL");
            case STOP -> cases.context(Signal.SERVICE_STOP, 1000 - level.of(200) / 100.0, "Stopping A web server...");
            case FAILURE ->
                cases.context(
                        Signal.MEMORY_ALLOCATION_FAILURE,
                        1000 - level.of(500) / 100.0,
                        "java: page allocation failure. order:0, mode:0x20");
            case FILE_MAX -> cases.sysctl("fs.file-max", level.of(10_000));
            case CONNTRACK_PRICE ->
                cases.memory(20L << 30).sysctl("net.netfilter.nf_conntrack_max", level.of(3_355_443));
            case PRESSURE -> gauges(cases, 5, level.of(20_000));
            case CUT -> cases.sysctl("netstat.TcpExt.TCPAbortOnMemory", level.of(0));
            case CALM ->
                cases.sysctl("netstat.TcpExt.TCPAbortOnMemory", 3)
                        .sysctl("netstat.TcpExt.TCPMemoryPressures", level.of(0));
            case TIME_WAIT ->
                cases.sysctl("net.ipv4.tcp_max_tw_buckets", 1000).sysctl("sockstat.TCP.tw", level.of(1000));
            case CONNTRACK ->
                cases.sysctl("net.netfilter.nf_conntrack_max", 1000)
                        .sysctl("net.netfilter.nf_conntrack_count", level.of(1000));
            case CLOSE_WAIT -> cases.sysctl("ss.state.CLOSE-WAIT", level.of(1000));
            case NONE -> cases;
        };
    }

    private static Cases gauges(Cases cases, long orphans, long pages) {
        return cases.sysctl(OrphanLimit.NAME, 1000)
                .sysctl(TcpMemory.NAME, "10000 20000 30000")
                .sysctl("sockstat.TCP.orphan", orphans)
                .sysctl("sockstat.TCP.mem", pages);
    }

    /** All that a finding says. */
    private static List<String> texts(Finding finding) {
        return Stream.concat(
                        Stream.of(finding.because(), finding.against(), finding.missing())
                                .flatMap(List::stream)
                                .map(Evidence::text),
                        finding.actions().stream().map(Remedy::text))
                .toList();
    }

    /** The sentence of that key, whatever stands in its places. */
    private static Pattern pattern(String key) {
        String sentence = Objects.requireNonNull(SENTENCES.getProperty(key), key);
        StringBuilder pattern = new StringBuilder();
        for (String part : sentence.split("\\{\\d}", -1)) {
            pattern.append(pattern.isEmpty() ? "" : ".*").append(Pattern.quote(part));
        }
        return Pattern.compile(pattern + "(?: This would decide it[.])?");
    }

    private static Properties sentences() {
        Properties sentences = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(CauseMatrixTest.class.getResourceAsStream("sentences.properties")),
                StandardCharsets.UTF_8)) {
            sentences.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }
}
