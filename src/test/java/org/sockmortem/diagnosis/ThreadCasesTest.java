package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.diagnosis.Remedy.Kind;
import org.sockmortem.event.Signal;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.timeline.Burst;

/**
 * What people asked about in public, with the figures that they gave and lines of our own: each must get the answer that its thread came to, and
 * nothing ranked above it.
 */
class ThreadCasesTest {
    private static final String LIMIT = "net.ipv4.tcp_max_orphans";

    @TempDir
    private Path folder = Path.of("");

    private SavedHost host = new SavedHost(folder);

    @BeforeEach
    void inItsOwnFolder() {
        host = new SavedHost(folder);
    }

    @Test
    void outOfSocketMemoryWithManyOrphansAndCalmMemoryIsOrphans() {
        host.file("messages", """
                        Mar  3 04:12:07 cache-2 kernel: Out of socket memory
                        Mar  3 04:12:07 cache-2 kernel: Out of socket memory
                        Mar  3 04:12:09 cache-2 kernel: Out of socket memory
                        """).file("sysctl_-a", """
                        net.ipv4.tcp_max_orphans = 65536
                        net.ipv4.tcp_mem = 31770 42360 63540
                        """).file("proc/net/sockstat", """
                        sockets: used 14565
                        TCP: inuse 35938 orphan 65738 tw 2194 alloc 35967 mem 22016
                        """);
        assertThat(host.findings()).first().isEqualTo("orphan-limit-reached likely");
        assertThat(host.findings())
                .noneMatch(f -> f.startsWith("tcp-memory-limit-reached") || f.startsWith("orphans-or-memory"));
        Finding finding = host.finding("orphan-limit-reached");
        assertThat(Texts.because(finding))
                .anyMatch(t -> t.contains("65738 orphans with a limit of 65536")
                        && t.contains("22016 pages with a limit of 63540"));
        assertThat(Texts.settings(finding)).contains(Map.of(LIMIT, "131072"));
        // Small machine: by the worst case it could not bear that, by what is measured it can.
        host.file("proc/meminfo", "MemTotal:        4051234 kB\n");
        Remedy raise = host.finding("orphan-limit-reached").actions().get(0);
        assertThat(raise.set()).isEqualTo(Map.of(LIMIT, "131072"));
        assertThat(raise.text()).contains("while all of TCP held 86 MiB", "of 3.86 GiB");
    }

    @Test
    void tooManyOrphansWithFewOfThemAndFullMemoryIsMemory() {
        host.file("kern.log", """
                        Jan 14 18:40:01 relay kernel: TCP: too many of orphaned sockets
                        Jan 14 18:40:01 relay kernel: TCP: too many of orphaned sockets
                        """)
                .file("sysctl_-a", """
                        net.ipv4.tcp_max_orphans = 8192
                        net.ipv4.tcp_mem = 5120 5632 6144
                        """)
                .file("sockstat", "TCP: inuse 4711 orphan 124 tw 391 alloc 5002 mem 6146\n");
        assertThat(host.findings()).first().isEqualTo("tcp-memory-limit-reached likely");
        assertThat(host.findings())
                .noneMatch(f -> f.startsWith("orphan-limit-reached") || f.startsWith("orphans-or-memory"));
        assertThat(Texts.because(host.finding("tcp-memory-limit-reached")))
                .anyMatch(t -> t.contains("6146 pages with a limit of 6144") && t.contains("124 orphans"));
    }

    @Test
    void aLimitOf1024OnALargeMachineIsTooLow() {
        host.file("dmesg", """
                        [1209600.102931] TCP: too many orphaned sockets
                        [1209600.102964] TCP: too many orphaned sockets
                        """)
                .file("sysctl_-a", "kernel.osrelease = 3.16.0-4-amd64\nnet.ipv4.tcp_max_orphans = 1024\n")
                .file("proc/net/sockstat", "TCP: inuse 410 orphan 40 tw 77 alloc 455 mem 312\n")
                .file("proc/meminfo", "MemTotal:       16338512 kB\nMemFree:         9213004 kB\n");
        assertThat(host.findings()).startsWith("orphan-limit-reached confirmed", "orphan-limit-lowered likely");
        Finding reached = host.finding("orphan-limit-reached");
        assertThat(reached.actions().get(0).set()).isEqualTo(Map.of(LIMIT, "32768"));
        assertThat(Texts.because(reached)).anyMatch(t -> t.contains("40 orphans") && t.contains("its own moment"));
        Finding lowered = host.finding("orphan-limit-lowered");
        assertThat(Texts.because(lowered)).anyMatch(t -> t.contains("was 1024"));
        assertThat(Texts.because(lowered)).anyMatch(t -> t.contains("about 65536"));
    }

    @Test
    void aShippedFileThatLowersTheLimitIsNamed() {
        host.file("dmesg", """
                        [    0.000000] Linux version 5.4.132 (build@router) (gcc 8.4.0) #0 SMP
                        [    0.512004] TCP established hash table entries: 131072 (order: 8, 1048576 bytes, linear)
                        [80211.550401] TCP: too many orphaned sockets
                        [80211.550877] MPTCP: too many of orphaned sockets
                        """)
                .file("etc/sysctl.d/10-default.conf", "net.core.somaxconn = 4096\n")
                .file("etc/sysctl.d/shadowsocks.conf", "fs.file-max = 65535\nnet.ipv4.tcp_max_orphans = 4096\n");
        assertThat(host.findings()).startsWith("orphan-limit-reached confirmed", "orphan-limit-lowered likely");
        Finding lowered = host.finding("orphan-limit-lowered");
        assertThat(lowered.because())
                .anyMatch(e -> String.valueOf(e.ref()).endsWith("etc/sysctl.d/shadowsocks.conf:2")
                        && e.text().contains("sets the limit to 4096"));
        assertThat(Texts.settings(lowered)).containsExactly(Map.of(LIMIT, "65536"));
        assertThat(Texts.actions(lowered, Kind.APPLICATION))
                .anyMatch(t -> t.startsWith("Delete the line") && t.contains("shadowsocks.conf:2"));
    }

    @Test
    void aFullQueueWithFewHalfOpenConnectionsNeedsNoAttack() {
        host.file("messages", """
                        Sep  9 20:15:10 www kernel: possible SYN flooding on port 80. Sending cookies.
                        Sep  9 20:16:10 www kernel: possible SYN flooding on port 80. Sending cookies.
                        Sep  9 20:17:12 www kernel: possible SYN flooding on port 80. Sending cookies.
                        """).file("sysctl_-a", """
                        net.core.somaxconn = 128
                        net.ipv4.tcp_max_syn_backlog = 1024
                        net.ipv4.tcp_syncookies = 1
                        """);
        assertThat(host.findings()).containsExactly("listen-backlog-too-small possible");
        Finding finding = host.finding("listen-backlog-too-small");
        // 240 in SYN_RECV is such a queue, full.
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("more than 256 half-open"));
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("looks the same as an attack"));
        assertThat(Texts.missing(finding)).anyMatch(t -> t.contains("ListenOverflows"));
        assertThat(Texts.missing(finding)).anyMatch(t -> t.contains("are an attack"));
        host.file("nstat_-az", "#kernel\nTcpExtListenOverflows           91204              0.0\n");
        assertThat(host.findings()).containsExactly("listen-backlog-too-small likely");
    }

    @Test
    void oneLimitAfterTheOtherAreBothTold() {
        host.file("kern.log", """
                        Oct 11 13:20:57 gw kernel: [239012.107301] nf_conntrack: nf_conntrack: table full, dropping packet
                        Oct 11 13:20:57 gw kernel: [239012.107377] nf_conntrack: nf_conntrack: table full, dropping packet
                        Oct 11 13:24:03 gw kernel: [239198.440170] TCP: too many orphaned sockets
                        Oct 11 13:24:03 gw kernel: [239198.440192] TCP: too many orphaned sockets
                        """);
        assertThat(host.findings()).startsWith("conntrack-table-full confirmed", "orphan-limit-reached confirmed");
        HostReport report = host.report();
        assertThat(report.bursts())
                .extracting(Burst::signal)
                .containsExactly(Signal.CONNTRACK_FULL, Signal.TCP_ORPHANS);
        assertThat(report.findings().get(0).bursts()).containsExactly("gw/1");
        assertThat(report.findings().get(1).bursts()).containsExactly("gw/2");
        assertThat(Texts.because(report.findings().get(1)))
                .anyMatch(t -> t.startsWith("Connection tracking was full (gw/1) until 3 min before gw/2 began"));
    }

    @Test
    void nineLinesAndANoteAreNearlyThreeHundredConnections() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 9; i++) {
            log.append("[50211.1").append(i).append("0000] TCP: too many orphaned sockets\n");
        }
        host.file("dmesg", log.append("""
                        [50216.310000] net_ratelimit: 280 callbacks suppressed
                        [50216.310004] TCP: too many orphaned sockets
                        """).toString());
        Finding finding = host.finding("orphan-limit-reached");
        assertThat(finding.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("10 events") && t.contains("up to 280 more"));
        assertThat(Texts.actions(finding, Kind.DO_NOT))
                .anyMatch(t -> t.contains("sockets in TIME_WAIT are no orphans"));
    }

    @Test
    void aRouterThatFallsEveryDayIsSaidToDoSo() {
        host.file("messages", """
                        Mar  1 03:10:02 pi kernel: TCP: too many orphaned sockets
                        Mar  2 03:10:40 pi kernel: TCP: too many orphaned sockets
                        Mar  3 03:10:21 pi kernel: TCP: too many orphaned sockets
                        """);
        assertThat(host.findings()).contains("orphan-limit-reached confirmed", "recurring-bursts possible");
        assertThat(Texts.because(host.finding("recurring-bursts"))).anyMatch(t -> t.contains("1439 min"));
    }

    @Test
    void moreThanAMillionInCloseWaitIsTheProgramAndNotTheLimit() {
        host.file("dmesg", "[864000.102931] TCP: too many orphaned sockets\n").file("ticket.txt", """
                        [864000.102931] TCP: too many orphaned sockets

                        $ ss -tan | awk '{print $1}' | sort | uniq -c
                          1200114 CLOSE-WAIT
                             8102 ESTAB
                        $ sysctl net.ipv4.tcp_max_orphans
                        net.ipv4.tcp_max_orphans = 262144
                        """);
        assertThat(host.findings()).contains("application-leak likely");
        Remedy first = host.finding("orphan-limit-reached").actions().get(0);
        assertThat(first.kind()).isEqualTo(Kind.APPLICATION);
        assertThat(first.text()).startsWith("Fix or restart").contains("before any limit is raised");
    }

    @Test
    void fewNeighboursInACaptureDoNotContradictAFullTable() {
        host.file("kern.log", """
                        Feb  2 11:00:03 node kernel: [ 9212.100001] neighbour: arp_cache: neighbor table overflow!
                        Feb  2 11:00:03 node kernel: [ 9212.100044] neighbour: arp_cache: neighbor table overflow!
                        """)
                .file(
                        "sysctl_-a",
                        "net.ipv4.neigh.default.gc_thresh3 = 1024\nnet.ipv4.neigh.default.gc_thresh2 = 512\n")
                .file("proc/net/stat/arp_cache", """
                        entries  allocs destroys hash_grows  lookups hits  res_failed  rcv_probes_mcast rcv_probes_ucast  periodic_gc_runs forced_gc_runs unresolved_discards table_fulls
                        0000002b  00000a01 000009d6 00000003  00000000 00000000  00000000  00000000 00000000  00000100 00000050 00000000 00000011
                        """);
        Finding finding = host.finding("neighbour-table-full");
        assertThat(finding.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(Texts.because(finding))
                .anyMatch(t -> t.startsWith("The capture shows 43 neighbours, at its own moment"))
                .anyMatch(t -> t.contains("table_fulls stands at 17"))
                .anyMatch(t -> t.contains("all network namespaces"));
        assertThat(finding.actions().get(0).set())
                .containsEntry("net.ipv4.neigh.default.gc_thresh3", "2048")
                .containsEntry("net.ipv4.neigh.default.gc_thresh1", "256");
    }

    @Test
    void stateThatWasCapturedLaterConfirmsNothing() {
        host.file("messages", "Mar  3 04:12:07 cache-2 kernel: Out of socket memory\n")
                .file("sysctl_-a", "net.ipv4.tcp_max_orphans = 1000\nnet.ipv4.tcp_mem = 10000 20000 30000\n")
                .file("sockstat", "TCP: inuse 9 orphan 999999 tw 0 alloc 9 mem 999999\n");
        assertThat(host.findings()).first().isEqualTo("orphans-or-memory possible");
        assertThat(host.findings()).noneMatch(f -> f.endsWith("confirmed"));
    }
}
