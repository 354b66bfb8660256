package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.diagnosis.catalogue.Sysctl;
import org.sockmortem.event.Signal;

class RuleBookTest {
    @Test
    void bearsTheCausesThatScriptsRelyOn() {
        assertThat(RuleBook.causes())
                .contains(
                        "orphan-limit-reached",
                        "orphan-limit-lowered",
                        "tcp-memory-limit-reached",
                        "tcp-memory-limit-misconfigured",
                        "orphans-or-memory",
                        "mass-close",
                        "listen-backlog-too-small",
                        "conntrack-table-full",
                        "neighbour-table-full",
                        "time-wait-buckets-full",
                        "file-handles-exhausted",
                        "kernel-memory-exhausted")
                .doesNotHaveDuplicates();
    }

    @Test
    void theWorstThenTheSurestThenTheEarliestComesFirst() {
        Cases cases = Cases.with(Signal.TCP_SYN_FLOOD, Signal.TCP_SOCKET_MEMORY, Signal.TCP_MEMORY, Signal.TCP_ORPHANS);
        assertThat(cases.causes().subList(0, 4))
                .containsExactly(
                        "tcp-memory-limit-reached",
                        "orphan-limit-reached",
                        "orphans-or-memory",
                        "listen-backlog-too-small");
        assertThat(cases.findings())
                .extracting(Finding::id)
                .startsWith("h/finding-1", "h/finding-2", "h/finding-3")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void everySignalThatMakesBurstsHasACause(Signal signal) {
        if (!signal.isContext()) {
            assertThat(Cases.with(signal).findings()).isNotEmpty().allSatisfy(f -> {
                assertThat(f.bursts()).containsExactly("h/1");
                assertThat(f.because()).isNotEmpty();
                assertThat(f.actions()).isNotEmpty();
            });
        }
    }

    @Test
    void theForemostFindingAloneSaysWhatARebootLoses() {
        assertThat(Cases.with(Signal.TCP_SYN_FLOOD, Signal.TCP_ORPHANS).findings().stream()
                        .map(f -> Texts.actions(f, Remedy.Kind.COLLECT).stream()
                                .filter(t -> t.startsWith("Save what a reboot loses"))
                                .count()))
                .startsWith(1L)
                .endsWith(0L)
                .filteredOn(n -> n == 1)
                .hasSize(1);
        assertThat(Cases.quiet()
                        .sysctl("net.ipv4.tcp_tw_recycle", 1)
                        .finding("harmful-settings")
                        .actions())
                .noneMatch(a -> a.text().startsWith("Save"));
    }

    @Test
    void whatMayBeBehindAReachedLimitIsRanked() {
        assertThat(Texts.because(Cases.with(Signal.TCP_ORPHANS)
                        .sysctl("ss.state.CLOSE-WAIT", 999)
                        .finding("orphan-limit-reached")))
                .contains(
                        "What may be behind it: mass-close (possible, h/finding-2). What to collect next is what h/finding-2 lacks first.");
        assertThat(Texts.because(Cases.with(Signal.TCP_ORPHANS)
                        .sysctl("ss.state.CLOSE-WAIT", 1000)
                        .sysctl("ss.state.ESTAB", 1)
                        .finding("orphan-limit-reached")))
                .contains(
                        "What may be behind it, the surest first: application-leak (likely, h/finding-2), mass-close (possible, "
                                + "h/finding-3). What to collect next is what h/finding-2 lacks first.");
        assertThat(Texts.because(Cases.with(Signal.TCP_MEMORY).finding("tcp-memory-limit-reached")))
                .noneMatch(t -> t.startsWith("What may be behind"));
    }

    @Test
    void aQuietHostHasNoFinding() {
        assertThat(Cases.quiet().findings()).isEmpty();
    }

    @Test
    void harmfulSettingsOfTheCaptureAreTold() {
        assertThat(Cases.quiet().sysctl("net.ipv4.tcp_tw_recycle", 0).causes()).isEmpty();
        Finding finding = Cases.quiet().sysctl("net.ipv4.tcp_tw_recycle", 1).finding("harmful-settings");
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(Texts.because(finding).get(0)).startsWith("net.ipv4.tcp_tw_recycle = 1: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "-1",
                "1",
                "9223372036854775807",
                "-9223372036854775808",
                "99999999999999999999999",
                "999999999999999999",
                "0 0 0",
                "-1 -1 -1",
                "1 2 3",
                "3 2 1",
                "1 0 9223372036854775807",
                "9223372036854775807 0 1",
                "999999999999999999 999999999999999999 999999999999999999",
                "1 2",
                "abc",
                "yes",
                "0x10",
                "1\u00A02"
            })
    void noCapturedValueMakesARuleFail(String value) {
        List<String> gauges = List.of(
                "sockstat.TCP.orphan",
                "sockstat.TCP.mem",
                "sockstat.TCP.tw",
                "ss.summary.orphaned",
                "ss.state.CLOSE-WAIT",
                "ss.state.ESTAB",
                "ss.close-wait.held",
                "ss.orphan-candidates",
                "protocols.TCP.press",
                "protocols.TCP.memory",
                "arp_cache.entries",
                "arp_cache.table_fulls",
                "ndisc_cache.table_fulls",
                "neigh.ipv6.listed",
                "nf_conntrack.entries",
                "nf_conntrack.drop",
                "net.netfilter.nf_conntrack_count",
                "fs.file-nr",
                "meminfo.MemTotal",
                "free.total",
                "uptime.seconds",
                "uptime.minutes",
                "links.container",
                "netstat.TcpExt.TCPAbortOnMemory",
                "netstat.TcpExt.TCPMemoryPressures",
                "netstat.TcpExt.ListenOverflows",
                "netstat.TcpExt.TCPReqQFullDrop",
                "netstat.TcpExt.TCPTimeWaitOverflow",
                "netstat.TcpExt.RcvPruned");
        List<String> names = Stream.concat(Catalogue.all().stream().map(Sysctl::name), gauges.stream())
                .toList();
        Signal[] signals = Arrays.stream(Signal.values())
                .filter(signal -> !signal.isContext())
                .toArray(Signal[]::new);
        for (Cases cases : List.of(
                Cases.quiet(),
                Cases.with(signals),
                Cases.with(signals).kernel("2.6.32-642.el6.x86_64").hash(131_072),
                Cases.with(signals).kernel("6.1.0").memory(16L << 30))) {
            for (String name : names) {
                assertThatCode(() -> RuleBook.examine(cases.with(name, value)))
                        .as(name)
                        .doesNotThrowAnyException();
            }
            names.forEach(name -> cases.sysctl(name, value));
            assertThatCode(cases::findings).doesNotThrowAnyException();
        }
    }
}
