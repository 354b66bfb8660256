package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotReaderTest {
    @ParameterizedTest
    @CsvSource({
        "sos.tar.xz!/sosreport/sos_commands/kernel/sysctl_-a, SYSCTL_ALL",
        "host/sysctl-a.txt, SYSCTL_ALL",
        "sysctl.txt, SYSCTL_ALL",
        "etc/sysctl.conf, SYSCTL_CONF",
        "usr/lib/sysctl.d/50-default.conf, SYSCTL_CONF",
        "proc/sys/net/ipv4/tcp_mem, PROC_SYS",
        "/proc/net/sockstat, SOCKSTAT",
        "box/proc/net/netstat, NETSTAT",
        "sos_commands/networking/nstat_-zas, NETSTAT",
        "proc/meminfo, MEMINFO",
        "sos_commands/kernel/uname_-a, KERNEL",
        "proc/version, KERNEL",
        "box/sos_commands/networking/ss_-peaonmi, SOCKETS",
        "box/sos_commands/networking/ss_-s, SOCKETS",
        "box/sos_commands/networking/netstat_-W_-neopa, NETSTAT",
        "box/insights_commands/netstat_-s, NETSTAT",
        "box/insights_commands/sysctl_-a, SYSCTL_ALL",
        "box/proc/net/snmp, NETSTAT",
        "box/proc/net/sockstat6, SOCKSTAT",
        "box/proc/net/tcp, SOCKET_TABLE",
        "box/proc/net/tcp6, SOCKET_TABLE",
        "box/proc/net/protocols, PROTOCOLS",
        "box/proc/net/stat/arp_cache, NEIGHBOUR_STATISTICS",
        "box/proc/net/stat/nf_conntrack, CONNTRACK_STATISTICS",
        "box/sos_commands/networking/ip_-s_-s_neigh_show, NEIGHBOURS",
        "box/sos_commands/networking/ip_-s_-d_link, LINKS",
        "box/sos_commands/networking/ip_-o_addr, LINKS",
        "box/proc/4711/limits, LIMITS",
        "box/etc/security/limits.d/20-nproc.conf, LIMITS",
        "box/etc/os-release, SYSTEM",
        "box/etc/redhat-release, SYSTEM",
        "box/getconf_-a, PAGE_SIZE",
        "box/sos_commands/memory/free, FREE",
        "box/free, FREE",
        "box/proc/uptime, UPTIME",
        "box/sos_commands/host/uptime, UPTIME",
        "box/sos_commands/date/date_--utc, DATE"
    })
    void knowsTheFilesByTheirPath(String path, SnapshotReader reader) {
        assertThat(SnapshotReader.of(path)).contains(reader);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "var/log/messages",
                "proc/96008/net/sockstat",
                "proc/96008/net/netstat",
                "etc/sysctl.d/README.sysctl",
                "sysctl.c",
                "usr/sbin/sysctl"
            })
    void leavesOtherFilesAlone(String path) {
        assertThat(SnapshotReader.of(path)).isEmpty();
    }

    @Test
    void readsGaugesCountersAndSizes() throws IOException {
        SystemSnapshot snapshot = snapshot(
                "proc/net/sockstat", "sockets: used 229\nTCP: inuse 4 orphan 65738 tw 4 alloc 17 mem 22016\n",
                "proc/net/netstat", "TcpExt: SyncookiesSent ListenOverflows\nTcpExt: 0 17\nIpExt: A B C\nIpExt: 1 2\n",
                "proc/meminfo", "MemTotal:        3742148 kB\nHugePages_Total:       0\n",
                "proc/sys/net/ipv4/tcp_mem", "1\t2\t3\n");
        assertThat(snapshot.number("sockstat.TCP.orphan")).hasValue(65738);
        assertThat(snapshot.number("sockstat.TCP.mem")).hasValue(22016);
        assertThat(snapshot.number("netstat.TcpExt.ListenOverflows")).hasValue(17);
        assertThat(snapshot.number("netstat.IpExt.A")).isEmpty();
        assertThat(snapshot.number("meminfo.MemTotal")).hasValue(3742148);
        assertThat(snapshot.number("net.ipv4.tcp_mem", 2, 3)).hasValue(3);
    }

    @Test
    void readsTheColumnsOfNstat() throws IOException {
        SystemSnapshot snapshot = snapshot(
                "nstat_-zas",
                "#kernel\nIpInReceives   15  0.0\nTcpExtTCPAbortOnMemory         42                 0.0\n");
        assertThat(snapshot.number("netstat.TcpExt.TCPAbortOnMemory")).hasValue(42);
        assertThat(snapshot.number("netstat.Ip.InReceives")).hasValue(15);
    }

    @Test
    void whatTheKernelHadOutweighsWhatAFileWouldSet() throws IOException {
        SystemSnapshot snapshot = snapshot(
                "sysctl_-a", "net.ipv4.tcp_max_orphans = 4096\n",
                "etc/sysctl.conf", "net.ipv4.tcp_max_orphans = 3\n",
                "etc/sysctl.d/10-a.conf", "net.ipv4.tcp_max_orphans = 2\n",
                "usr/lib/sysctl.d/90-z.conf", "net.ipv4.tcp_max_orphans = 1\n");
        assertThat(snapshot.number("net.ipv4.tcp_max_orphans")).hasValue(4096);
        assertThat(snapshot.findAll("net.ipv4.tcp_max_orphans"))
                .extracting(Reading::value)
                .containsExactly("2", "1", "3", "4096");
    }

    @Test
    void ofTwoDropInsOfOneNameOnlyTheStrongerFoldersIsRead() throws IOException {
        SystemSnapshot snapshot = snapshot(
                "usr/lib/sysctl.d/50-a.conf", "net.x = 1\nnet.y = 1\n",
                "etc/sysctl.d/50-a.conf", "net.x = 2\n",
                "run/sysctl.d/60-b.conf", "net.z = 3\n");
        assertThat(snapshot.number("net.x")).hasValue(2);
        assertThat(snapshot.find("net.y")).isNull();
        assertThat(snapshot.number("net.z")).hasValue(3);
    }

    @Test
    void aRefusalHidesNoValueButAnAbsentKeyDoes() throws IOException {
        SystemSnapshot snapshot = snapshot(
                "sysctl_-a",
                "sysctl: permission denied on key 'vm.a'\nsysctl: cannot stat /proc/sys/vm/b: No such file or directory\n",
                "etc/sysctl.conf",
                "vm.a = 1\nvm.b = 1\n");
        assertThat(snapshot.number("vm.a")).hasValue(1);
        assertThat(snapshot.number("vm.b")).isEmpty();
        assertThat(snapshot.number("vm.c")).isEmpty();
        @Nullable Reading absent = snapshot.find("vm.c");
        assertThat(absent).isNull();
    }

    private static SystemSnapshot snapshot(String... pathsAndTexts) throws IOException {
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            readings.addAll(SnapshotReader.of(pathsAndTexts[i])
                    .orElseThrow()
                    .read(
                            new ByteArrayInputStream(pathsAndTexts[i + 1].getBytes(StandardCharsets.UTF_8)),
                            pathsAndTexts[i]));
        }
        return SystemSnapshot.of(readings);
    }
}
