package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.diagnosis.catalogue.Sysctl;
import org.sockmortem.event.Signal;

/** Whatever stands in a captured file, no rule fails on it: a value that is none is a value that is missing. */
class StrangeValuesTest {
    private static final List<String> STRANGE = List.of(
            "",
            "-1",
            "0",
            "9223372036854775807",
            "99999999999999999999999",
            "a",
            "1 2",
            "1 2 9223372036854775807",
            "9223372036854775807 9223372036854775807 9223372036854775807",
            "1 x 3",
            "0 0 0",
            "1 2 99999999999999999999",
            "१२३");

    private static Map<String, String> usual() {
        Map<String, String> usual = new LinkedHashMap<>();
        Catalogue.all().forEach(s -> usual.put(s.name(), "128"));
        usual.put("net.ipv4.tcp_mem", "93942 125258 187884");
        usual.put("net.ipv4.tcp_rmem", "4096 131072 6291456");
        usual.put("net.ipv4.tcp_wmem", "4096 16384 4194304");
        usual.put("fs.file-nr", "2112 0 786432");
        usual.put("fs.file-max", "786432");
        for (String gauge : List.of(
                "net.ipv4.ip_local_port_range",
                "sockstat.TCP.inuse",
                "sockstat.TCP.orphan",
                "sockstat.TCP.tw",
                "sockstat.TCP.alloc",
                "sockstat.TCP.mem",
                "protocols.TCP.memory",
                "protocols.TCP.press",
                "ss.summary.orphaned",
                "ss.summary.total",
                "ss.state.close-wait",
                "ss.state.syn-recv",
                "ss.orphan-candidates",
                "netstat.orphan-candidates",
                "netstat.TcpExt.TCPAbortOnMemory",
                "netstat.TcpExt.TCPMemoryPressures",
                "netstat.TcpExt.ListenOverflows",
                "netstat.TcpExt.ListenDrops",
                "netstat.TcpExt.TCPReqQFullDrop",
                "netstat.TcpExt.TCPReqQFullDoCookies",
                "netstat.TcpExt.TCPTimeWaitOverflow",
                "meminfo.MemTotal",
                "free.total",
                "net.netfilter.nf_conntrack_count",
                "net.netfilter.nf_conntrack_max",
                "neigh.listed",
                "neigh.ipv4.listed",
                "limits.open-files")) {
            usual.putIfAbsent(gauge, "4242");
        }
        return usual;
    }

    static Stream<String> names() {
        return Stream.concat(usual().keySet().stream(), Catalogue.all().stream().map(Sysctl::name))
                .distinct();
    }

    private static List<Cases> hosts() {
        List<Cases> hosts = new ArrayList<>();
        hosts.add(Cases.quiet());
        hosts.add(Cases.with(Signal.values()));
        return hosts;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aStrangeValueAmongUsualOnes(String name) {
        for (String strange : STRANGE) {
            for (Cases host : hosts()) {
                usual().forEach((n, value) -> host.sysctl(n, n.equals(name) ? strange : value));
                host.configured(name, strange, "etc/sysctl.d/90-strange.conf");
                assertThatCode(host::findings).as("%s = %s", name, strange).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void strangeValuesEverywhere() {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            for (Cases host : hosts()) {
                if (random.nextBoolean()) {
                    host.memory(random.nextBoolean() ? Long.MAX_VALUE : 1);
                } else {
                    host.bootMemory(random.nextBoolean() ? Long.MAX_VALUE : 0);
                }
                host.hash(random.nextBoolean() ? Long.MAX_VALUE : 0);
                usual().forEach((n, value) -> host.sysctl(n, STRANGE.get(random.nextInt(STRANGE.size()))));
                assertThatCode(host::findings).as("seed %d", seed).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void theLargestNumberIsANumber() {
        assertThat(Cases.quiet()
                        .sysctl("fs.file-nr", "2112 0 9223372036854775807")
                        .causes())
                .doesNotContain("file-handles-exhausted");
        assertThat(Cases.quiet()
                        .sysctl("fs.file-nr", "9223372036854775807 0 9223372036854775807")
                        .causes())
                .contains("file-handles-exhausted");
    }
}
