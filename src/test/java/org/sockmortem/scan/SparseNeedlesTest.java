package org.sockmortem.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What fills most logs is passed over: a needle that proposed it would cost a parse for each line. */
class SparseNeedlesTest {
    private static final List<String> COMMON = List.of(
            "Oct 28 21:58:48 web01 CRON[4711]: (root) CMD (cd / && run-parts --report /etc/cron.hourly)",
            "Oct 28 21:58:48 web01 systemd[1]: Started Session 12 of user root.",
            "Oct 28 21:58:48 web01 systemd-journald[321]: Rotating system journal.",
            "Oct 28 21:58:48 web01 sshd[17]: Failed password for root from 192.0.2.7 port 4711 ssh2",
            "Oct 28 21:58:48 web01 sshd[17]: Connection closed by 192.0.2.7 port 4711 [preauth]",
            "Oct 28 21:58:48 web01 dhclient[99]: DHCPACK of 192.0.2.7 from 192.0.2.1",
            "Oct 28 21:58:48 web01 postfix/smtpd[99]: connect from unknown[192.0.2.7]",
            "Oct 28 21:58:48 web01 named[99]: client 192.0.2.7#4711: query (cache) 'example.com/A/IN' denied",
            "Oct 28 21:58:48 web01 ntpd[99]: synchronized to 192.0.2.1, stratum 2",
            "Oct 28 21:58:48 web01 rsyslogd: [origin software=\"rsyslogd\" swVersion=\"8.2302.0\"] rsyslogd was HUPed",
            "Oct 28 21:58:48 web01 -- MARK --",
            "Oct 28 21:58:48 web01 haproxy[99]: 192.0.2.7:4711 [28/Oct/2025:21:58:48.123] www app/app1 0/0/1/2/3 200 12",
            "Oct 28 21:58:48 web01 kernel: [UFW BLOCK] IN=eth0 OUT= MAC= SRC=192.0.2.7 DST=198.51.100.7 PROTO=TCP SPT=1 DPT=2",
            "[    1.000000] eth0: link up, 1000 Mbps, full duplex",
            "[    1.000000] TCP: Driver has suspect GRO implementation, TCP performance may be compromised.",
            "[    1.000000] TCP: cubic registered",
            "[    1.000000] NET: Registered PF_INET6 protocol family",
            "[    1.000000] Call Trace:",
            "[    1.000000]  ? tcp_close+0x12/0x34",
            "[    1.000000] EXT4-fs (sda1): mounted filesystem with ordered data mode",
            "[    1.000000] nf_conntrack version 0.5.0 (65536 buckets, 262144 max)",
            "[    1.000000] nf_conntrack: default automatic helper assignment has been turned off for security reasons",
            "[    1.000000] oom_reaper: reaped process 4711 (java), now anon-rss:0kB, file-rss:0kB, shmem-rss:0kB",
            "[    1.000000] ll header: 00000000: ff ff ff ff ff ff 00 00 5e 00 53 01 08 06",
            "[    1.000000] usb 1-1: new high-speed USB device number 2 using xhci_hcd",
            "[    1.000000] systemd[1]: Reached target Network.",
            "192.0.2.1 - - [28/Oct/2025:21:58:48 +0100] \"GET /index.html HTTP/1.1\" 200 1234 \"-\" \"Mozilla/5.0\"",
            "2025-10-28 21:58:48.123 ERROR [main] o.e.App - java.net.SocketException: Too many open files",
            "java.lang.OutOfMemoryError: Java heap space",
            "\tat java.base/java.lang.Thread.run(Thread.java:840)",
            "{\"level\":\"warn\",\"msg\":\"connection refused\",\"peer\":\"192.0.2.7:443\"}",
            "time=\"2025-10-28T21:58:48Z\" level=info msg=\"loading plugin\" type=io.containerd.snapshotter.v1",
            "I1028 21:58:48.123456       1 main.go:12] starting",
            "LOG:  checkpoint complete: wrote 12 buffers (0.1%)",
            "-- a comment of a database",
            "");

    @Test
    void commonLinesAreNotProposed() {
        assertThat(Scan.of(Scan.bytes(String.join("\n", COMMON))).texts()).isEmpty();
        assertThat(COMMON)
                .allSatisfy(l -> assertThat(Scan.of(Scan.bytes(l)).texts()).isEmpty());
    }

    @Test
    void noNeedleIsShort() {
        assertThat(Needles.all()).allSatisfy(n -> assertThat(n).hasSizeGreaterThanOrEqualTo(7));
    }

    @Test
    void noNeedleStandsInAnother() {
        assertThat(Needles.all()).doesNotHaveDuplicates();
        assertThat(Needles.all())
                .allSatisfy(n ->
                        assertThat(Needles.all().stream().filter(n::contains)).containsExactly(n));
    }

    @Test
    void needlesAreAsciiWithoutBlanksAtTheirEnds() {
        assertThat(Needles.all()).allSatisfy(n -> assertThat(n).matches("[!-~][ -~]*[!-~]"));
    }
}
