package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** State that somebody saved by hand into the folder of the log, under the names that come to mind. */
class SavedBesideALogTest {
    @ParameterizedTest
    @CsvSource({
        "sockstat, SOCKSTAT",
        "incident-3/sockstat, SOCKSTAT",
        "/collected/web-1/sockstat.txt, SOCKSTAT",
        "web-1/proc_net_sockstat, SOCKSTAT",
        "web-1/netstat, NETSTAT",
        "web-1/nstat_-az.txt, NETSTAT",
        "web-1/nstat -az, NETSTAT",
        "web-1/meminfo, MEMINFO",
        "web-1/proc_meminfo.txt, MEMINFO",
        "case.tar.xz!/web-1/proc/net/sockstat, SOCKSTAT",
        "web-1/ss -s, SOCKETS",
        "web-1/ss-tanp.txt, SOCKETS",
        "web-1/ss.txt, SOCKETS",
        "web-1/netstat-s.txt, NETSTAT",
        "web-1/free_-m.txt, FREE",
        "web-1/uname.txt, KERNEL",
        "web-1/uptime, UPTIME",
        "web-1/date.txt, DATE",
        "web-1/ulimit_-a.txt, LIMITS",
        "web-1/ip_-s_neigh.txt, NEIGHBOURS",
        "web-1/proc_net_tcp, SOCKET_TABLE"
    })
    void isReadWhereverItLies(String path, SnapshotReader reader) {
        assertThat(SnapshotReader.of(path)).contains(reader);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "box/proc/96008/net/sockstat",
                "proc/1/net/netstat",
                "sys/devices/system/node/node0/meminfo",
                "web-1/tcp",
                "web-1/ss-server.log",
                "web-1/freeradius.log",
                "box/sos_commands/networking/namespaces/blue/ip_netns_exec_blue_ss_-s",
                "box/sos_commands/networking/ip_netns_exec_blue_netstat_-s",
                "box/var/lib/containers/storage/overlay/1/diff/etc/sysctl.conf",
                "web-1/old-sockstat",
                "usr/bin/nstat.c"
            })
    void butNotWhatIsOfOneProcessOrOfSomethingElse(String path) {
        assertThat(SnapshotReader.of(path)).isEmpty();
    }
}
