package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Memory, kernel, page size, uptime, limits: what a machine is. */
class MachineFilesTest {
    private static final String FREE = """
                          total        used        free      shared  buff/cache   available
            Mem:        %s
            Swap:             0           0           0
            """;

    private static String free(String memory) {
        return FREE.replace("%s", memory);
    }

    @Test
    void freeIsInKilobytesWhateverItWasAskedFor() {
        assertThat(Captured.words("sos_commands/memory/free", free("8164548 5978528 850788 932 1335232 1949008")))
                .containsExactly(
                        "free.total=8164548", "free.used=5978528", "free.free=850788", "free.available=1949008");
        assertThat(Captured.words("free_-m", free("7973 5838 831 0 1303 1903"))).contains("free.total=8164352");
        assertThat(Captured.words("free_-h", free("7.8Gi 5.7Gi 831Mi 0B 1.3Gi 1.9Gi")))
                .contains("free.total=8178893", "free.free=850944");
        assertThat(Captured.words("free.txt", free("7.8G 5.7G 831M 0 1.3G 1.9G")))
                .contains("free.total=8178893");
    }

    @Test
    void freeOfAnUnknownUnitIsUnreadable() {
        assertThat(Captured.words("free.txt", free("7973 5838 831 0 1303 1903")))
                .containsExactly("free.total (unreadable)");
        assertThat(Captured.words("free.txt", "Mem: 1 2 3\n")).isEmpty();
    }

    @Test
    void theKernel() {
        assertThat(
                        Captured.words(
                                "uname_-a",
                                "Linux web-1 4.18.0-80.el8.x86_64 #1 SMP Sun Sep 15 11:24:21 UTC 2019 x86_64 x86_64 x86_64 GNU/Linux\n"))
                .containsExactly("kernel.osrelease=4.18.0-80.el8.x86_64", "uname.machine=x86_64");
        assertThat(Captured.words(
                        "proc/version",
                        "Linux version 2.6.18-128.el5 (someone@somewhere) (gcc version 4.1.2) #1 SMP\n"))
                .containsExactly("kernel.osrelease=2.6.18-128.el5");
    }

    @ParameterizedTest
    @CsvSource({
        "5.14.0-1.el9.x86_64, x86_64, 4096",
        "2.6.32-642.el6.i686, i686, 4096",
        "5.14.0-1.el9.aarch64, aarch64, 4096",
        "5.14.0-1.el9.aarch64+64k, aarch64, 65536",
        "6.8.0-31-generic-64k, aarch64, 65536",
        "4.18.0-80.el8.aarch64, aarch64, 65536",
        "4.14.0-115.el7a.aarch64, aarch64, 65536",
        "5.10.0-8-arm64, aarch64, 4096",
        "4.18.0-80.el8.ppc64le, ppc64le, 65536",
        "6.4.0-1-default, ppc64le, 65536",
        "6.9.1, ppc64le, -1",
        "6.9.1, riscv64, -1"
    })
    void thePageSizeFollowsFromItWhereNothingElseCanBe(String release, String machine, long size) {
        String uname = "Linux h " + release + " #1 SMP " + machine + " GNU/Linux\n";
        assertThat(PageSize.of(Captured.snapshot("uname_-a", uname)))
                .isEqualTo(size < 0 ? OptionalLong.empty() : OptionalLong.of(size));
    }

    @Test
    void aCapturedPageSizeNeedsNoReasoning() {
        assertThat(PageSize.of(Captured.snapshot("getconf_PAGESIZE", "65536\n")))
                .hasValue(65536);
        assertThat(PageSize.of(Captured.snapshot("getconf_-a", "PAGE_SIZE    4096\nPAGESIZE  4096\nLINE_MAX 2048\n")))
                .hasValue(4096);
        assertThat(PageSize.of(Captured.snapshot("getconf_PAGESIZE", "5000\n"))).isEmpty();
        assertThat(PageSize.of(SystemSnapshot.EMPTY)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "' 02:54:32 up 35 min,  1 user,  load average: 0.64, 0.37, 0.23'; uptime.minutes=35",
                "' 21:58:48 up 5 days,  2:10,  3 users,  load average: 0.64, 0.37, 0.23'; uptime.minutes=7330",
                "' 21:58:48 up 1 day, 3 min,  1 user,  load average: 0,64, 0,37, 0,23'; uptime.minutes=1443",
                "' 21:58:48 up 17:34,  load average: 0.64, 0.37, 0.23'; uptime.minutes=1054",
                "'1682214.09 1636053.19'; uptime.seconds=1682214"
            })
    void uptimes(String line, String reading) {
        assertThat(Captured.words("uptime", line)).containsExactly(reading);
    }

    @Test
    void limitsOfOpenFiles() {
        assertThat(Captured.words(
                        "ulimit_-a", "core file size (blocks, -c) 0\nopen files                      (-n) 1024\n"))
                .containsExactly("ulimit.open-files=1024");
        assertThat(
                        Captured.words(
                                "proc/4711/limits",
                                "Limit  Soft Limit  Hard Limit  Units\nMax open files            1024                 524288               files\n"))
                .containsExactly("limits.open-files.4711=1024 524288");
        assertThat(Captured.words(
                        "etc/security/limits.conf",
                        "#* hard nofile 1\n* - nofile 65536\nweb soft nofile 4096 # as told\n"))
                .containsExactly(
                        "limits.nofile.*.soft=65536", "limits.nofile.*.hard=65536", "limits.nofile.web.soft=4096");
    }

    @Test
    void theDistribution() {
        assertThat(Captured.words("etc/os-release", "NAME=\"X\"\nPRETTY_NAME=\"Some Linux 9.4 (Plow)\"\n"))
                .containsExactly("os.name=Some Linux 9.4 (Plow)");
        assertThat(Captured.words("etc/redhat-release", "Some Enterprise Linux release 8.1 (Ootpa)\n"))
                .containsExactly("os.name=Some Enterprise Linux release 8.1 (Ootpa)");
    }

    @Test
    void tablesOfProcNetStat() {
        String arp = """
                entries  allocs destroys table_fulls
                00000014  00000001 00000002 0000000c
                00000014  0000000d 0000000e 00000018
                """;
        assertThat(Captured.words("proc/net/stat/arp_cache", arp))
                .containsExactly(
                        "arp_cache.allocs=14",
                        "arp_cache.destroys=16",
                        "arp_cache.entries=20",
                        "arp_cache.table_fulls=36");
        assertThat(Captured.words("proc/net/stat/ndisc_cache", arp)).contains("ndisc_cache.table_fulls=36");
        assertThat(
                        Captured.words(
                                "conntrack_-S",
                                "cpu=0 found=2 insert_failed=0 drop=3 early_drop=1\ncpu=1 found=2 insert_failed=1 drop=4 early_drop=1\n"))
                .containsExactly(
                        "nf_conntrack.drop=7",
                        "nf_conntrack.early_drop=2",
                        "nf_conntrack.found=4",
                        "nf_conntrack.insert_failed=1");
    }

    @Test
    void listsAreCounted() {
        assertThat(Captured.words("ip_-s_-s_neigh_show", """
                        10.1.12.0 dev flannel.1 lladdr 92:22:3f:b6:02:6c used 263/0/1002 probes 0 PERMANENT
                        10.6.0.12 dev eth0 lladdr fa:16:3e:a3:60:30 ref 1 used 11/6/6 probes 1 REACHABLE
                        fe80::1 dev eth0 lladdr fa:16:3e:a3:60:30 router STALE
                        """))
                .containsExactly("neigh.ipv4.listed=2", "neigh.ipv6.listed=1");
        assertThat(Captured.words("ip_-s_-d_link", """
                        1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue
                            link/loopback 00:00:00:00:00:00
                        2: eth0: <BROADCAST> mtu 1500
                        7: veth0a1b2c3d@if6: <BROADCAST> mtu 1500
                        8: cali0a1b2c3d4e5@if3: <BROADCAST> mtu 1500
                        """)).containsExactly("links.container=2");
        assertThat(Captured.words("ip_link", "1: lo: <LOOPBACK> mtu 1\n")).containsExactly("links.container=0");
    }

    @Test
    void theProtocolsOfTheKernel() {
        assertThat(Captured.words("proc/net/protocols", """
                        protocol  size sockets  memory press maxhdr  slab module
                        UDP       1088     14       2   NI       0   yes  kernel
                        TCP       2048   1039  372271   yes    304   yes  kernel
                        """))
                .isEqualTo(List.of(
                        "protocols.TCP.sockets=1039", "protocols.TCP.memory=372271", "protocols.TCP.press=yes"));
    }
}
