package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Listings are counted, by state, and nothing else of them is kept. */
class SocketListingTest {
    private static final String SS = """
            Netid State      Recv-Q Send-Q  Local Address:Port   Peer Address:Port
            nl    UNCONN     0      0       0:0                  *
            u_str ESTAB      0      0       * 17                 * 18
            tcp   LISTEN     0      128     *:443                *:*     users:(("proxyd",pid=7,fd=3)) ino:1 sk:1 <->
            \t skmem:(r0,rb87380,t0,tb16384,f0,w0,o0,bl0,d0) cubic
            tcp   ESTAB      0      0       10.0.0.1:443         10.0.0.2:5    users:(("proxyd",pid=7,fd=9)) timer:(keepalive,1min,0)
            tcp   CLOSE-WAIT 1      0       10.0.0.1:443         10.0.0.2:6    users:(("proxyd",7,9),("proxyd",8,9))
            tcp   CLOSE-WAIT 1      0       [::1]:443            [::1]:7       users:(("proxyd",pid=7,fd=10))
            tcp   CLOSE-WAIT 1      0       10.0.0.1:80          10.0.0.2:8    users:(("other",pid=9,fd=10))
            tcp   FIN-WAIT-1 0      900     10.0.0.1:443         10.0.0.2:9    timer:(on,20sec,5)
            tcp   LAST-ACK   0      1       10.0.0.1:443         10.0.0.2:10   timer:(on,20sec,5)
            tcp   TIME-WAIT  0      0       10.0.0.1:443         10.0.0.2:11   timer:(timewait,20sec,0)
            """;

    @Test
    void ofSs() {
        assertThat(Captured.words("ss_-peaonmi", SS))
                .containsExactlyInAnyOrder(
                        "ss.state.LISTEN=1",
                        "ss.state.ESTAB=1",
                        "ss.state.CLOSE-WAIT=3",
                        "ss.state.FIN-WAIT-1=1",
                        "ss.state.LAST-ACK=1",
                        "ss.state.TIME-WAIT=1",
                        "ss.close-wait.holder=proxyd",
                        "ss.close-wait.held=2",
                        "ss.orphan-candidates=2");
    }

    @Test
    void withoutProcessesNobodyCanTellOrphans() {
        assertThat(Captured.words("ss_-tan", """
                        State      Recv-Q Send-Q  Local Address:Port   Peer Address:Port
                        LISTEN     0      128     *:443                *:*
                        CLOSE-WAIT 1      0       10.0.0.1:443         10.0.0.2:6
                        FIN-WAIT-1 0      900     10.0.0.1:443         10.0.0.2:9
                        """))
                .containsExactlyInAnyOrder("ss.state.LISTEN=1", "ss.state.CLOSE-WAIT=1", "ss.state.FIN-WAIT-1=1");
    }

    @Test
    void ofNetstat() {
        String rows = """
                Active Internet connections (servers and established)
                Proto Recv-Q Send-Q Local Address  Foreign Address  State       User  Inode  PID/Program name  Timer
                tcp        0      0 0.0.0.0:22     0.0.0.0:*        LISTEN      0     22405  1026/sshd         off (0.00/0/0)
                tcp        0      0 10.0.0.1:2049  10.0.0.2:700     ESTABLISHED 0     25     -                 off (0.00/0/0)
                tcp        1      0 10.0.0.1:22    10.0.0.2:701     CLOSE_WAIT  0     26     1027/sshd: me [pri off (0.00/0/0)
                tcp6       0      9 ::1:22         ::1:702          FIN_WAIT1   0     0      -                 on (0.21/3/0)
                tcp6       0      0 :::111         :::*             LISTEN      0     28     1/systemd         off (0.00/0/0)
                udp        0      0 0.0.0.0:111    0.0.0.0:*                    0     29     1/systemd         off (0.00/0/0)
                """;
        assertThat(Captured.words("netstat_-W_-neopa", rows))
                .containsExactlyInAnyOrder(
                        "netstat.state.LISTEN=2",
                        "netstat.state.ESTAB=1",
                        "netstat.state.CLOSE-WAIT=1",
                        "netstat.state.FIN-WAIT-1=1",
                        "netstat.close-wait.holder=sshd:",
                        "netstat.close-wait.held=1",
                        "netstat.orphan-candidates=1");
        assertThat(Captured.words(
                        "netstat_-W_-neopa", "(Not all processes could be identified, non-owned process info\n" + rows))
                .noneMatch(w -> w.contains("orphan"));
    }

    @Test
    void ofNetstatWithoutOptions() {
        assertThat(Captured.words("netstat_-an", "tcp        0      0 10.0.0.1:22   10.0.0.2:701  TIME_WAIT\n"))
                .containsExactly("netstat.state.TIME-WAIT=1");
    }

    @Test
    void ofTheKernelsTable() {
        String table = """
                  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
                   0: 00000000:0016 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 9258 1 0000000000000000 100 0 0 10 0
                   1: 0100007F:0016 0100007F:D2F0 04 00000384:00000000 01:00000014 00000003     0        0 0 3 0000000000000000 20 4 30 10 -1
                   2: 0100007F:0016 0100007F:D2F1 06 00000000:00000000 03:00001770 00000000     0        0 0 3 0000000000000000
                   3: 0100007F:0016 0100007F:D2F2 0C 00000000:00000000 01:00000014 00000003     0        0 0 1 0000000000000000
                """;
        assertThat(Captured.words("proc/net/tcp", table))
                .containsExactlyInAnyOrder(
                        "tcp.state.LISTEN=1",
                        "tcp.state.FIN-WAIT-1=1",
                        "tcp.state.TIME-WAIT=1",
                        "tcp.state.SYN-RECV=1",
                        "tcp.orphan-candidates=1");
        String six = "   0: " + "0".repeat(32) + ":0016 " + "0".repeat(32)
                + ":0000 0A 00000000:00000000 00:00000000 00000000     0        0 9353 1 ffff 3000 0 0 2 -1\n";
        assertThat(Captured.words("proc/net/tcp6", six)).containsExactly("tcp6.state.LISTEN=1");
    }

    @Test
    void theSummary() {
        assertThat(Captured.words("ss_-s", """
                        Total: 229 (kernel 0)
                        TCP:   12 (estab 4, closed 5, orphaned 65738, synrecv 0, timewait 5/0), ports 0

                        Transport Total     IP        IPv6
                        """))
                .containsExactly(
                        "ss.summary.total=12",
                        "ss.summary.estab=4",
                        "ss.summary.closed=5",
                        "ss.summary.orphaned=65738",
                        "ss.summary.synrecv=0",
                        "ss.summary.timewait=5");
    }
}
