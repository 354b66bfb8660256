package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Suppressed;

/** The rules about a table with one limit: conntrack, neighbours, routes, TIME_WAIT, files, SYN cookies. */
class TableRulesTest {
    @ParameterizedTest
    @CsvSource({
        "CONNTRACK_FULL, conntrack-table-full, CONFIRMED, CRITICAL",
        "CONNTRACK_EXPECT_FULL, conntrack-expectations-full, CONFIRMED, WARNING",
        "NEIGHBOUR_OVERFLOW, neighbour-table-full, CONFIRMED, CRITICAL",
        "ROUTE_CACHE_FULL, route-cache-full, CONFIRMED, WARNING",
        "TCP_TIME_WAIT_OVERFLOW, time-wait-buckets-full, LIKELY, WARNING",
        "FILES_FILE_MAX, file-handles-exhausted, CONFIRMED, CRITICAL"
    })
    void theLineIsTheEvidenceAndNothingIsSetBlindly(Signal signal, String cause, Verdict verdict, Severity severity) {
        assertThat(Cases.quiet().causes()).isEmpty();
        Finding finding = Cases.with(signal).finding(cause);
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.severity()).isEqualTo(severity);
        assertThat(Texts.settings(finding)).isEmpty();
        assertThat(finding.actions()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CONNTRACK_FULL, conntrack-table-full, net.netfilter.nf_conntrack_max",
        "CONNTRACK_FULL, conntrack-table-full, net.ipv4.netfilter.ip_conntrack_max",
        "CONNTRACK_EXPECT_FULL, conntrack-expectations-full, net.netfilter.nf_conntrack_expect_max",
        "ROUTE_CACHE_FULL, route-cache-full, net.ipv4.route.max_size",
        "TCP_TIME_WAIT_OVERFLOW, time-wait-buckets-full, net.ipv4.tcp_max_tw_buckets",
        "FILES_FILE_MAX, file-handles-exhausted, fs.file-max"
    })
    void aKnownLimitIsDoubled(Signal signal, String cause, String sysctl) {
        assertThat(Texts.settings(Cases.with(signal).sysctl(sysctl, 65536).finding(cause)))
                .containsExactly(Map.of(sysctl, "131072"));
    }

    @Test
    void aTenthOfMemoryIsTheMostForConntrack() {
        // 2 × 3355443 × 320 bytes are just below a tenth of 20 GiB.
        Cases at =
                Cases.with(Signal.CONNTRACK_FULL).memory(20L << 30).sysctl("net.netfilter.nf_conntrack_max", 3355443);
        assertThat(Texts.settings(at.finding("conntrack-table-full"))).hasSize(1);
        Cases above =
                Cases.with(Signal.CONNTRACK_FULL).memory(20L << 30).sysctl("net.netfilter.nf_conntrack_max", 3355444);
        assertThat(Texts.settings(above.finding("conntrack-table-full"))).isEmpty();
    }

    @Test
    void theNeighbourLimitsFollowTheThird() {
        Cases four = Cases.with(Signal.NEIGHBOUR_OVERFLOW).sysctl("net.ipv4.neigh.default.gc_thresh3", 1024);
        assertThat(Texts.settings(four.finding("neighbour-table-full")).get(0))
                .containsExactly(
                        Map.entry("net.ipv4.neigh.default.gc_thresh3", "2048"),
                        Map.entry("net.ipv4.neigh.default.gc_thresh2", "1024"),
                        Map.entry("net.ipv4.neigh.default.gc_thresh1", "256"));
        Cases six = Cases.quiet()
                .burst(
                        Signal.NEIGHBOUR_OVERFLOW,
                        1,
                        1,
                        1,
                        Suppressed.NONE,
                        "neighbour: ndisc_cache: neighbor table overflow!");
        assertThat(six.finding("neighbour-table-full").sysctls()).containsExactly("net.ipv6.neigh.default.gc_thresh3");
    }

    @Test
    void theRouteLineNamesItsFamily() {
        Cases six = Cases.quiet()
                .burst(
                        Signal.ROUTE_CACHE_FULL,
                        1,
                        1,
                        1,
                        Suppressed.NONE,
                        "Route cache is full: consider increasing sysctl net.ipv6.route.max_size.");
        assertThat(six.finding("route-cache-full").sysctls()).containsExactly("net.ipv6.route.max_size");
    }

    @Test
    void aFailedAllocationBesideItSpeaksAgainstFullBuckets() {
        Cases near = Cases.with(Signal.TCP_TIME_WAIT_OVERFLOW)
                .context(Signal.MEMORY_ALLOCATION_FAILURE, 995, "x: page allocation failure");
        assertThat(near.finding("time-wait-buckets-full").verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(near.finding("time-wait-buckets-full").against()).hasSize(1);
        Cases far = Cases.with(Signal.TCP_TIME_WAIT_OVERFLOW)
                .context(Signal.MEMORY_ALLOCATION_FAILURE, 994.9, "x: page allocation failure");
        assertThat(far.finding("time-wait-buckets-full").verdict()).isEqualTo(Verdict.LIKELY);
    }

    @Test
    void theFileLineTellsTheLimitOfItsMoment() {
        assertThat(Texts.settings(files(null))).containsExactly(Map.of("fs.file-max", "20000"));
        assertThat(Texts.settings(files(9999L))).containsExactly(Map.of("fs.file-max", "20000"));
        assertThat(Texts.settings(files(10000L))).containsExactly(Map.of("fs.file-max", "20000"));
        assertThat(Cases.quiet()
                        .sysctl("fs.file-nr", "1000 0 9223372036854775807")
                        .causes())
                .isEmpty();
        Cases large = Cases.quiet()
                .memory(16L << 30)
                .burst(Signal.FILES_FILE_MAX, 1, 1, 1, Suppressed.NONE, "VFS: file-max limit 10000 reached");
        assertThat(Texts.settings(large.finding("file-handles-exhausted")))
                .containsExactly(Map.of("fs.file-max", "1677721"));
        assertThat(Texts.settings(files(10001L))).isEmpty();
        assertThat(Texts.because(files(10001L))).anyMatch(t -> t.contains("it was raised since"));
    }

    private static Finding files(@Nullable Long captured) {
        Cases cases = Cases.quiet()
                .burst(Signal.FILES_FILE_MAX, 1, 1, 1, Suppressed.NONE, "VFS: file-max limit 10000 reached");
        return (captured == null ? cases : cases.sysctl("fs.file-max", captured)).finding("file-handles-exhausted");
    }

    @Test
    void aDroppedRequestProvesThatCookiesAreOff() {
        Finding finding = Cases.with(Signal.TCP_OPEN_REQUEST_DROPPED).finding("syn-cookies-off");
        assertThat(finding.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(Texts.settings(finding)).containsExactly(Map.of("net.ipv4.tcp_syncookies", "1"));
    }

    @Test
    void aCounterTellsOfTimeWaitWhereNoLineDoes() {
        String counter = "netstat.TcpExt.TCPTimeWaitOverflow";
        assertThat(Cases.quiet().causes()).isEmpty();
        assertThat(Cases.quiet().sysctl(counter, 0).causes()).isEmpty();
        Finding finding = Cases.quiet()
                .sysctl(counter, 1)
                .sysctl("net.ipv4.tcp_max_tw_buckets", 5000)
                .finding("time-wait-buckets-full");
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.bursts()).isEmpty();
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("from boot to the capture"));
        assertThat(Texts.settings(finding)).containsExactly(Map.of("net.ipv4.tcp_max_tw_buckets", "10000"));
    }

    @Test
    void aCounterTellsOfNeighboursWhereNoLineDoes() {
        assertThat(Cases.quiet().sysctl("arp_cache.table_fulls", 0).causes()).isEmpty();
        Finding four = Cases.quiet().sysctl("arp_cache.table_fulls", 36).finding("neighbour-table-full");
        assertThat(four.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(four.sysctls()).containsExactly("net.ipv4.neigh.default.gc_thresh3");
        Finding six = Cases.quiet().sysctl("ndisc_cache.table_fulls", 1).finding("neighbour-table-full");
        assertThat(six.sysctls()).containsExactly("net.ipv6.neigh.default.gc_thresh3");
        Finding said = Cases.with(Signal.NEIGHBOUR_OVERFLOW)
                .sysctl("arp_cache.table_fulls", 36)
                .finding("neighbour-table-full");
        assertThat(said.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(Texts.because(said)).anyMatch(t -> t.contains("table_fulls stands at 36"));
    }

    @Test
    void conntracksOwnCountersAreEvidence() {
        Finding finding = Cases.with(Signal.CONNTRACK_FULL)
                .sysctl("nf_conntrack.entries", 65536)
                .sysctl("nf_conntrack.drop", 12)
                .finding("conntrack-table-full");
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("12 packets that it dropped"));
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("65536 tracked connections"));
        Finding none =
                Cases.with(Signal.CONNTRACK_FULL).sysctl("nf_conntrack.drop", 0).finding("conntrack-table-full");
        assertThat(Texts.because(none)).noneMatch(t -> t.contains("that it dropped"));
    }

    @Test
    void theNamespaceOfAFullTableIsTold() {
        Finding named = Cases.quiet()
                .burst(
                        Signal.CONNTRACK_FULL,
                        1,
                        1,
                        3,
                        Suppressed.NONE,
                        "nf_conntrack: nf_conntrack: table full in netns 4026532008, dropping packet")
                .finding("conntrack-table-full");
        assertThat(Texts.because(named)).anyMatch(t -> t.contains("namespace 4026532008"));
        assertThat(Texts.because(Cases.with(Signal.CONNTRACK_FULL).finding("conntrack-table-full")))
                .noneMatch(t -> t.contains("namespace"));
    }

    @Test
    void theModuleBeforeNfConntrackHasNamesOfItsOwn() {
        Finding finding = Cases.quiet()
                .burst(Signal.CONNTRACK_FULL, 1000, 4, 7, Suppressed.NONE, "ip_conntrack: table full, dropping packet.")
                .finding("conntrack-table-full");
        assertThat(finding.sysctls()).containsExactly("net.ipv4.ip_conntrack_max");
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("(ip_conntrack_alloc())"));
        assertThat(Texts.actions(finding, Remedy.Kind.COLLECT))
                .anyMatch(t -> t.startsWith("Read the limit and the use: sysctl net.ipv4.ip_conntrack_max; wc -l"));
    }
}
