package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ticket's text, with lines of a log and what somebody typed between them: its gauges count, its proposals do not. */
class TicketTest {
    private static final String LINES = """
            [root@web07 ~]# dmesg | tail -4
            [1209600.102931] TCP: too many orphaned sockets
            [1209600.102964] TCP: too many orphaned sockets
            [1209605.202964] net_ratelimit: 31 callbacks suppressed
            [1209605.202969] TCP: too many orphaned sockets
            """;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatStandsBesideTheLinesIsTheHosts() {
        SavedHost host = new SavedHost(folder).file("ticket.txt", "Our clients are reset.\n\n" + LINES + """
                [root@web07 ~]# cat /proc/net/sockstat
                sockets: used 14565
                TCP: inuse 35938 orphan 16390 tw 2194 alloc 35967 mem 22016
                [root@web07 ~]# sysctl net.ipv4.tcp_max_orphans; grep MemTotal /proc/meminfo
                net.ipv4.tcp_max_orphans = 16384
                MemTotal:       16338512 kB

                Somebody advises this, shall I?

                net.ipv4.tcp_max_orphans = 262144
                """);
        Finding finding = host.finding("orphan-limit-reached");
        assertThat(finding.because())
                .anyMatch(e -> e.text().contains("16390 orphans, above the limit of 16384")
                        && String.valueOf(e.ref()).endsWith("ticket.txt:10"));
        assertThat(finding.actions().get(0).set()).isEqualTo(Map.of("net.ipv4.tcp_max_orphans", "32768"));
        assertThat(host.findings()).contains("orphan-limit-lowered possible");
    }

    @Test
    void aProposalIsNoState() {
        SavedHost host = new SavedHost(folder)
                .file(
                        "ticket.txt",
                        LINES + "\nI would add:\nnet.ipv4.tcp_max_orphans = 1000\n"
                                + "net.ipv4.tcp_mem = 4096 87380 6291456\n");
        assertThat(host.report().readings()).isEmpty();
        assertThat(host.findings()).containsExactly("orphan-limit-reached confirmed", "mass-close possible");
    }

    @Test
    void whatWasCapturedInFilesOutweighsThePaste() {
        SavedHost host = new SavedHost(folder)
                .file("ticket.txt", LINES + "$ sysctl net.ipv4.tcp_max_orphans\nnet.ipv4.tcp_max_orphans = 8192\n")
                .file("sysctl_-a", "net.ipv4.tcp_max_orphans = 65536\n");
        assertThat(Texts.because(host.finding("orphan-limit-reached"))).anyMatch(t -> t.contains("was 65536"));
    }

    @Test
    void wherePastesOfTwoHostsStandTogetherNoneIsRead() {
        SavedHost host = new SavedHost(folder).file("ticket.txt", """
                Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets
                Oct 28 21:58:49 web02 kernel: TCP: too many orphaned sockets

                TCP: inuse 35938 orphan 16390 tw 2194 alloc 35967 mem 22016
                """);
        assertThat(host.reports()).hasSize(2).allMatch(h -> h.readings().isEmpty());
    }
}
