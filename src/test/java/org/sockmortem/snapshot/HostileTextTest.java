package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a captured file holds makes a reader fail, hang or keep it all. */
class HostileTextTest {
    private static final List<String> GOOD = List.of(
            "tcp   ESTAB  0  0  10.0.0.1:22  10.0.0.2:4711 users:((\"proxyd\",pid=7,fd=3))",
            "tcp 0 0 ::1:22 ::1:702 FIN_WAIT1 0 0 - on (0.21/3/0)",
            "   1: 0100007F:0016 0100007F:D2F0 04 00000384:00000000 01:00000014 00000003     0        0 0 3 0",
            "TCP:   12 (estab 4, closed 5, orphaned 65738, synrecv 0, timewait 5/0), ports 0",
            "TcpExt: A B C",
            "TcpExt: 1 2 3",
            "TcpExtTW   8   0.0",
            "    9107 times the listen queue of a socket overflowed",
            "Mem:  7.8Gi 5.7Gi 831Mi",
            "              total        used        free",
            "Linux web-1 4.18.0-80.el8.x86_64 #1 SMP x86_64 GNU/Linux",
            "open files                      (-n) 1024",
            "Max open files            1024                 524288               files",
            "entries  allocs destroys table_fulls",
            "00000014  00000001 00000002 0000000c",
            "10.1.12.0 dev flannel.1 lladdr 92:22:3f:b6:02:6c STALE",
            "7: veth0a1b2c3d@if6: <BROADCAST> mtu 1500",
            " 21:58:48 up 5 days,  2:10,  3 users,  load average: 0.64",
            "Tue Oct 28 21:58:48 CET 2025",
            "   Static hostname: web-1",
            "net.ipv4.tcp_mem = 1 2 3");

    private static final List<String> PATHS = List.of(
            "ss_-tan",
            "netstat_-s",
            "proc/net/tcp",
            "proc/net/sockstat",
            "proc/meminfo",
            "free",
            "uname_-a",
            "etc/os-release",
            "getconf_-a",
            "uptime",
            "date",
            "ulimit_-a",
            "proc/net/stat/arp_cache",
            "conntrack_-S",
            "ip_neigh",
            "ip_link",
            "proc/net/protocols",
            "sysctl_-a",
            "etc/sysctl.conf",
            "proc/sys/net/ipv4/tcp_mem",
            "hostname",
            "hostnamectl",
            "timedatectl",
            "proc/stat",
            "etc/machine-id");

    private static void readAll(byte[] text) throws IOException {
        HostClues.Reader clues = new HostClues.Reader();
        for (String path : PATHS) {
            SnapshotReader reader = SnapshotReader.of(path).orElse(null);
            if (reader != null) {
                assertThat(reader.read(new ByteArrayInputStream(text), path))
                        .allSatisfy(r -> assertThat(r.value() == null).isEqualTo(r.state() != Reading.State.KNOWN));
            }
            clues.read(new ByteArrayInputStream(text), path);
        }
        clues.clues();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void noise(int seed) {
        byte[] noise = new byte[1 << 16];
        new Random(seed).nextBytes(noise);
        assertThatCode(() -> readAll(noise)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void linesThatAreAlmostRight(int seed) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            StringBuilder line = new StringBuilder(GOOD.get(random.nextInt(GOOD.size())));
            for (int change = random.nextInt(4); change > 0 && !line.isEmpty(); change--) {
                int at = random.nextInt(line.length());
                switch (random.nextInt(4)) {
                    case 0 -> line.deleteCharAt(at);
                    case 1 -> line.insert(at, (char) (' ' + random.nextInt(95)));
                    case 2 -> line.insert(at, "9".repeat(random.nextInt(30)));
                    default -> line.setLength(at);
                }
            }
            text.append(line).append('\n');
        }
        assertThatCode(() -> readAll(text.toString().getBytes(StandardCharsets.UTF_8)))
                .doesNotThrowAnyException();
    }

    @Test
    void longRunsOfOneSignAreReadInTime() {
        for (String sign : new String[] {" ", "9", "a", "(", ":", "up ", "Mem: 1 ", "open files ", "1 day, "}) {
            String line = sign.repeat(8000 / sign.length());
            String text =
                    ("Tcp:\n" + line + "\nopen files" + line + "\n up" + line + "\nMem:" + line + "x\n").repeat(3);
            Assertions.assertTimeout(
                    Duration.ofSeconds(10), () -> readAll(text.getBytes(StandardCharsets.UTF_8)), sign);
        }
    }

    @Test
    void readingsAreBounded() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 250_000; i++) {
            text.append("a.").append(i).append("=1\n");
        }
        assertThat(Captured.readings("sysctl_-a", text.toString())).hasSize(200_000);
    }
}
