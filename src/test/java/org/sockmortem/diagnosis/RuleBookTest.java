package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
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
}
