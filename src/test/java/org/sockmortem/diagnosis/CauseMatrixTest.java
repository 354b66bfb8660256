package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
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
        /** Open files beside the 10000 of fs.file-nr. */
        OPEN_FILES,
        /** Entries of arp_cache beside gc_thresh3 of 1024. */
        NEIGHBOURS,
        /** Likewise beside gc_thresh2 of 512. */
        NEIGHBOURS_SOFT,
        /** table_fulls beside 0. */
        TABLE_FULLS,
        /** gc_thresh3 beside 1024. */
        NEIGHBOUR_LIMIT,
        /** "press" of /proc/net/protocols: no below, yes at. */
        PRESS,
        /** CLOSE_WAIT beside as many established, 2000. */
        LEAK,
        /** nf_conntrack_expect_max beside 256. */
        EXPECT,
        /** net.ipv4.route.max_size beside 4096. */
        ROUTES,
        /** Two more bursts: how the second interval differs from the first of an hour, in seconds, beside a minute. */
        INTERVAL,
        /** Three bursts on three days, the second later by so many seconds, beside ten minutes. */
        TIME_OF_DAY,
        /** The middle of tcp_rmem beside 32768. */
        RMEM,
        /** TCPTimeWaitOverflow beside 0. */
        TW_COUNTER,
        /** Whose memory: an older text at, a group's above. */
        WHOSE,
        /** The order of a failed allocation beside 0. */
        ORDER,
        /** Nothing. */
        NONE
    }

    @ParameterizedTest(name = "{0} by {1}: {2} {3}")
    @CsvFileSource(resources = "cause-matrix.txt", delimiterString = "|", nullValues = "nothing")
    void holds(
            String cause, @Nullable Signal said, Scale scale, Level level, String old, String since, String unknown) {
        cell(cause, said, scale, level, OLD, old);
        cell(cause, said, scale, level, NEW, since);
        cell(cause, said, scale, level, null, unknown);
    }

    @Test
    void noCauseIsWithoutItsRows() throws IOException {
        try (InputStream in = Objects.requireNonNull(CauseMatrixTest.class.getResourceAsStream("cause-matrix.txt"))) {
            List<String> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(r -> !r.startsWith("#"))
                    .map(r -> r.replaceAll("\\s*\\|\\s*", "|"))
                    .toList();
            assertThat(RuleBook.causes()).allSatisfy(cause -> {
                assertThat(rows)
                        .as("%s, absent", cause)
                        .anyMatch(r -> r.startsWith(cause + "|") && r.contains("|ABSENT|"));
                assertThat(rows)
                        .as("%s, found", cause)
                        .anyMatch(r -> r.matches(Pattern.quote(cause) + "\\|.*(?:confirmed|likely|possible) .*"));
            });
        }
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
            case OPEN_FILES -> cases.sysctl("fs.file-nr", level.of(10_000) + " 0 10000");
            case NEIGHBOURS ->
                cases.sysctl("net.ipv4.neigh.default.gc_thresh3", 1024).sysctl("arp_cache.entries", level.of(1024));
            case NEIGHBOURS_SOFT ->
                cases.sysctl("net.ipv4.neigh.default.gc_thresh2", 512)
                        .sysctl("net.ipv4.neigh.default.gc_thresh3", 1024)
                        .sysctl("neigh.ipv4.listed", level.of(512));
            case TABLE_FULLS -> cases.sysctl("arp_cache.table_fulls", level.of(0));
            case NEIGHBOUR_LIMIT -> cases.sysctl("net.ipv4.neigh.default.gc_thresh3", level.of(1024));
            case PRESS -> cases.sysctl("protocols.TCP.press", level == Level.BELOW ? "no" : "yes");
            case LEAK -> cases.sysctl("ss.state.CLOSE-WAIT", level.of(2000)).sysctl("ss.state.ESTAB", 2000);
            case EXPECT -> cases.sysctl("net.netfilter.nf_conntrack_expect_max", level.of(256));
            case ROUTES -> cases.sysctl("net.ipv4.route.max_size", level.of(4096));
            case INTERVAL -> again(cases, 4600, 8200 + (double) level.of(60));
            case TIME_OF_DAY ->
                again(
                        cases.bootedAt(LocalDateTime.parse("2025-10-28T02:00:00"), null),
                        1000,
                        87_400 + (double) level.of(600),
                        173_800);
            case RMEM -> cases.sysctl("net.ipv4.tcp_rmem", "4096 " + level.of(32_768) + " 6291456");
            case TW_COUNTER -> cases.sysctl("netstat.TcpExt.TCPTimeWaitOverflow", level.of(0));
            case WHOSE ->
                cases.context(
                        Signal.MEMORY_OOM_KILL,
                        1000,
                        switch (level) {
                            case BELOW -> "java invoked oom-killer";
                            case AT -> "Out of memory: Kill process 4100 (java) score 905 or sacrifice child";
                            default -> "Memory cgroup out of memory: Kill process 4100 (java) score 905";
                        });
            case ORDER ->
                cases.context(
                        Signal.MEMORY_ALLOCATION_FAILURE,
                        1000,
                        "java: page allocation failure: order:" + Math.max(0, level.of(0)) + ", mode:0x20");
            case NONE -> cases;
        };
    }

    private static Cases again(Cases cases, double... starts) {
        for (double start : starts) {
            cases.burst(Signal.TCP_ORPHANS, start, 4, 7, new Suppressed(0, 56, 56), "TCP: too many orphaned sockets");
        }
        return cases;
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
