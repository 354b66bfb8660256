package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One counter has one name, whichever tool printed it. */
class CountersTest {
    @Test
    void theKernelsOwnTables() {
        assertThat(Captured.words("proc/net/snmp", "Tcp: RtoMin MaxConn CurrEstab\nTcp: 200 -1 17\n"))
                .containsExactly("netstat.Tcp.RtoMin=200", "netstat.Tcp.MaxConn=-1", "netstat.Tcp.CurrEstab=17");
        assertThat(Captured.words("proc/net/netstat", "TcpExt: A B\nTcpExt: 1\nIpExt: A\nIpExt: x\n"))
                .isEmpty();
    }

    @Test
    void nstat() {
        assertThat(
                        Captured.words(
                                "nstat_-zas",
                                "#kernel\nIp6InReceives  3  0.0\nTcpExtTW   8   0.0\nIcmpMsgInType3 714 0.0\nMPTcpExtX 1 0.0\n"))
                .containsExactly("netstat.Ip6.InReceives=3", "netstat.TcpExt.TW=8", "netstat.IcmpMsg.InType3=714");
    }

    @Test
    void theSentencesOfNetstat() {
        assertThat(Captured.words("netstat_-s", """
                        Ip:
                            328107 total packets received
                        Tcp:
                            54035 active connection openings
                            277 connections established
                            4446484 segments retransmited
                            28 bad segments received.
                        TcpExt:
                            1 TCP sockets finished time wait in fast timer
                            9107 times the listen queue of a socket overflowed
                            9108 SYNs to LISTEN sockets dropped
                            42 connections aborted due to memory pressure
                            TCP ran low on memory 3 times
                            TCPReqQFullDoCookies: 5
                            TCPReqQFullDrop: 6
                            TCPTimeWaitOverflow: 7
                            a line that no version prints
                        """))
                .containsExactly(
                        "netstat.Tcp.ActiveOpens=54035",
                        "netstat.Tcp.CurrEstab=277",
                        "netstat.Tcp.RetransSegs=4446484",
                        "netstat.Tcp.InErrs=28",
                        "netstat.TcpExt.TW=1",
                        "netstat.TcpExt.ListenOverflows=9107",
                        "netstat.TcpExt.ListenDrops=9108",
                        "netstat.TcpExt.TCPAbortOnMemory=42",
                        "netstat.TcpExt.TCPMemoryPressures=3",
                        "netstat.TcpExt.TCPReqQFullDoCookies=5",
                        "netstat.TcpExt.TCPReqQFullDrop=6",
                        "netstat.TcpExt.TCPTimeWaitOverflow=7");
    }

    @Test
    void olderWordingsOfNetstat() {
        assertThat(Captured.words("netstat_-s", """
                        Tcp:
                            5 active connections openings
                            6 segments send out
                            7 segments retransmitted
                        TcpExt:
                            8 SYNs to LISTEN sockets ignored
                        """))
                .containsExactly(
                        "netstat.Tcp.ActiveOpens=5",
                        "netstat.Tcp.OutSegs=6",
                        "netstat.Tcp.RetransSegs=7",
                        "netstat.TcpExt.ListenDrops=8");
    }

    @Test
    void sentencesCountOnlyUnderTheirHeading() {
        assertThat(Captured.words("netstat_-s", "    42 connections aborted due to memory pressure\n"))
                .isEmpty();
        assertThat(Captured.words("netstat_-s", "Udp:\n    42 connections aborted due to memory pressure\n"))
                .isEmpty();
    }
}
