package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedStateTest {
    private static List<String> read(String text) {
        return PastedState.read(text, "ticket", 0).stream()
                .map(r -> r.name() + "=" + r.value() + "@" + r.line())
                .toList();
    }

    @Test
    void readsTheOutputOfCommandsBehindPrompts() {
        assertThat(read("""
                        [root@web07 ~]# sysctl -a 2>/dev/null | grep tcp_max_orphans
                        net.ipv4.tcp_max_orphans = 16384
                        web07:~ # free -m
                                      total        used        free      shared  buff/cache   available
                        Mem:          15884        3212        9000          12        3671       12391
                        $ uname -r
                        3.10.0-514.el7.x86_64
                        root@web07:/var/log# cat /proc/sys/net/ipv4/tcp_mem /proc/sys/fs/file-max
                        185688	247587	371376
                        1602021
                        # getconf PAGESIZE
                        4096
                        """))
                .containsExactly(
                        "net.ipv4.tcp_max_orphans=16384@2",
                        "free.total=16265216@5",
                        "free.used=3289088@5",
                        "free.free=9216000@5",
                        "free.available=12688384@5",
                        "kernel.osrelease=3.10.0-514.el7.x86_64@7",
                        "net.ipv4.tcp_mem=185688 247587 371376@9",
                        "fs.file-max=1602021@10",
                        "page.size=4096@12");
    }

    @Test
    void readsFormsThatAreTheKernelsOwnWithoutACommand() {
        assertThat(read("""
                        That is what we see:
                        > sockets: used 312
                        > TCP: inuse 102 orphan 17 tw 3 alloc 156 mem 21

                        TCP:   163 (estab 82, closed 17, orphaned 16, timewait 3)
                        /proc/sys/net/ipv4/tcp_max_orphans:8192
                        MemTotal:       16338512 kB
                        TcpExtTCPAbortOnMemory          5123               0.0
                        TcpExt: SyncookiesSent ListenOverflows
                        TcpExt: 0 44
                            TcpExt:
                                71 connections aborted due to timeout
                                TCPTimeWaitOverflow: 12
                        """))
                .containsExactly(
                        "sockstat.TCP.inuse=102@3",
                        "sockstat.TCP.orphan=17@3",
                        "sockstat.TCP.tw=3@3",
                        "sockstat.TCP.alloc=156@3",
                        "sockstat.TCP.mem=21@3",
                        "ss.summary.total=163@5",
                        "ss.summary.estab=82@5",
                        "ss.summary.closed=17@5",
                        "ss.summary.orphaned=16@5",
                        "ss.summary.timewait=3@5",
                        "net.ipv4.tcp_max_orphans=8192@6",
                        "meminfo.MemTotal=16338512@7",
                        "netstat.TcpExt.TCPAbortOnMemory=5123@8",
                        "netstat.TcpExt.SyncookiesSent=0@10",
                        "netstat.TcpExt.ListenOverflows=44@10");
        assertThat(read("""
                            TcpExt:
                                71 connections aborted due to timeout
                                TCPTimeWaitOverflow: 12
                        """))
                .containsExactly("netstat.TcpExt.TCPAbortOnTimeout=71@2", "netstat.TcpExt.TCPTimeWaitOverflow=12@3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Put this into /etc/sysctl.conf:\nnet.ipv4.tcp_max_orphans = 262144\nnet.ipv4.tcp_mem = 1 2 3\n",
                "# sysctl -w net.ipv4.tcp_max_orphans=262144\nnet.ipv4.tcp_max_orphans = 262144\n",
                "# sysctl -p\nnet.ipv4.tcp_max_orphans = 262144\n",
                "# cat /etc/sysctl.conf\nnet.ipv4.tcp_max_orphans = 262144\n",
                "# sysctl -a | grep orphan\nI shall add\nnet.ipv4.tcp_max_orphans = 262144\n",
                "echo 262144 > /proc/sys/net/ipv4/tcp_max_orphans\n",
                "we then saw 12034 CLOSE-WAIT\n",
                "12034 CLOSE-WAIT\nand no more\n",
                "TCP: too many orphaned sockets\nsysctl says nothing\n",
                "cat /proc/sys/net/ipv4/tcp_max_orphans shows the limit, 65536 here\n65536 it was\n",
                "Oct 28 21:58:48 web systemd-sysctl[312]: net.ipv4.tcp_max_orphans = 65536 sysctl\n"
            })
    void takesNoProposalAndNoProseForState(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void aSettingCountsWhereOneBesideItCannotBeSet() {
        assertThat(read("""
                        kernel.osrelease = 5.4.0-26-generic
                        net.ipv4.tcp_max_orphans = 8192

                        net.ipv4.tcp_max_orphans = 262144
                        """)).containsExactly("kernel.osrelease=5.4.0-26-generic@1", "net.ipv4.tcp_max_orphans=8192@2");
    }

    @Test
    void aDateDatesWhatFollows() {
        List<Reading> readings = PastedState.read("""
                        $ while sleep 1; do date; grep ^TCP: /proc/net/sockstat; done
                        Tue Oct 28 22:05:11 UTC 2025
                        TCP: inuse 102 orphan 17 tw 3 alloc 156 mem 21
                        Tue Oct 28 22:05:12 UTC 2025
                        TCP: inuse 102 orphan 99 tw 3 alloc 156 mem 21
                        """, "ticket", 10);
        assertThat(readings)
                .filteredOn(r -> r.name().equals("sockstat.TCP.orphan"))
                .extracting(r -> r.value() + " " + r.line() + " "
                        + (r.takenAt() == null ? null : r.takenAt().wall()))
                .containsExactly("17 13 2025-10-28T22:05:11", "99 15 2025-10-28T22:05:12");
    }

    @Test
    void countedStatesAreReadWhereSeveralStandTogether() {
        assertThat(read("  30411 ESTABLISHED\n  12034 CLOSE_WAIT\n\nLAST_ACK 7\nFIN_WAIT1 9\n"))
                .containsExactly(
                        "ss.state.ESTAB=30411@1",
                        "ss.state.CLOSE-WAIT=12034@2",
                        "ss.state.LAST-ACK=7@4",
                        "ss.state.FIN-WAIT-1=9@5");
    }

    @Test
    void aListingThatAFilterWentOverIsNotCounted() {
        String row = "ESTAB 0 0 10.0.0.1:22 10.0.0.2:5000\n";
        assertThat(read("$ ss -tan | head -3\n" + row + row)).isEmpty();
        assertThat(read("$ ss -tan\n" + row + "...\n" + row)).isEmpty();
        assertThat(read("$ ss -tan\n" + row + row)).containsExactly("ss.state.ESTAB=2@2");
    }

    @Test
    void noTextMakesItSlowOrFail() {
        String nasty =
                "[" + "a".repeat(100_000) + "\n" + "x@".repeat(100_000) + "#\n" + "net.".repeat(100_000) + " = 1\n"
                        + ">".repeat(100_000) + "\nsysctl -a" + " ".repeat(100_000) + "\n" + "=".repeat(100_000) + "\n";
        assertThat(read(nasty)).isEmpty();
    }
}
