package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sockmortem.diagnosis.Remedy.Kind;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Suppressed;

/** What all findings have in common in what they advise: the first thing first, in a short sentence, and few warnings. */
class AdviceTest {
    private static final int SHORT = 110;
    private static final int FEW = 3;

    static Stream<Cases> cases() {
        List<Cases> cases = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            if (!signal.isContext()) {
                cases.add(Cases.with(signal));
                cases.add(known(Cases.with(signal)));
                cases.add(known(Cases.with(signal)).memory(64L << 30));
            }
        }
        cases.add(Cases.quiet().context(Signal.MEMORY_OOM_KILL, 5, "java invoked oom-killer"));
        return cases.stream();
    }

    private static Cases known(Cases cases) {
        return cases.kernel("3.10.0-1062.el7.x86_64")
                .hash(131072)
                .sysctl("net.ipv4.tcp_max_orphans", 4096)
                .sysctl("net.ipv4.tcp_mem", "10000 20000 30000")
                .sysctl("net.ipv4.tcp_orphan_retries", 0)
                .sysctl("net.ipv4.tcp_fin_timeout", 15)
                .sysctl("net.ipv4.ip_local_port_range", "1024 65535")
                .sysctl("net.ipv4.tcp_tw_recycle", 1)
                .sysctl("net.core.somaxconn", 128)
                .sysctl("net.netfilter.nf_conntrack_max", 65536)
                .sysctl("net.ipv4.tcp_max_tw_buckets", 5000)
                .sysctl("net.ipv4.neigh.default.gc_thresh3", 1024);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void beginsWithAShortSentenceAndEndsWithWhatToLeaveAlone(Cases cases) {
        assertThat(cases.findings())
                .isNotEmpty()
                .filteredOn(f -> !f.cause().equals("harmful-settings"))
                .allSatisfy(AdviceTest::isInOrder);
    }

    private static void isInOrder(Finding finding) {
        List<Kind> kinds = finding.actions().stream().map(Remedy::kind).toList();
        assertThat(kinds).as(finding.cause()).isNotEmpty();
        assertThat(kinds.get(0)).as(finding.cause()).isNotEqualTo(Kind.DO_NOT);
        assertThat(kinds.subList(1, kinds.size()).stream().map(AdviceTest::turn))
                .as(finding.cause())
                .isSorted();
        assertThat(kinds.stream().filter(k -> k == Kind.DO_NOT)).hasSizeLessThanOrEqualTo(FEW);
        for (Remedy action : finding.actions()) {
            assertThat(action.text()).as(finding.cause()).doesNotContain("(s)", "  ");
            assertThat(action.brief()).as(action.text()).endsWith(".").doesNotContain("\n");
        }
        assertThat(finding.actions().get(0).brief()).as(finding.cause()).hasSizeLessThanOrEqualTo(SHORT);
    }

    private static int turn(Kind kind) {
        return switch (kind) {
            case SET, APPLICATION -> 0;
            case COLLECT -> 1;
            case DO_NOT -> 2;
        };
    }

    @Test
    void theHostsOwnSettingsDecideWhichWarningsAreGiven() {
        List<String> warnings =
                Texts.actions(known(Cases.with(Signal.TCP_ORPHANS)).finding("orphan-limit-reached"), Kind.DO_NOT);
        assertThat(warnings).hasSize(3);
        assertThat(warnings.get(0)).contains("tcp_tw_recycle switched on");
        assertThat(warnings.get(2)).contains("tcp_fin_timeout = 15");
    }

    @Test
    void aLongFinTimeoutIsShortened() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS)
                .sysctl("net.ipv4.tcp_fin_timeout", 120)
                .finding("orphan-limit-reached");
        assertThat(Texts.settings(finding)).anyMatch(s -> "60".equals(s.get("net.ipv4.tcp_fin_timeout")));
        assertThat(Texts.actions(finding, Kind.DO_NOT)).noneMatch(t -> t.contains("fin_timeout"));
    }

    @Test
    void countsAreWrittenAsPeopleWriteThem() {
        assertThat(said(1, Suppressed.NONE)).contains("1 event in one burst; no note tells of more.");
        assertThat(said(7, new Suppressed(0, 5, 9)))
                .contains("7 events in one burst; up to 9 more were suppressed, likely 5.");
        assertThat(said(7, new Suppressed(9, 9, 9))).contains("7 events in one burst; 9 more were suppressed.");
        assertThat(said(7, new Suppressed(3, 5, 9)))
                .contains("7 events in one burst; 3 to 9 more were suppressed, likely 5.");
        Cases two = Cases.with(Signal.TCP_ORPHANS, Signal.TCP_ORPHANS);
        assertThat(Texts.because(two.finding("orphan-limit-reached")))
                .contains("14 events in 2 bursts; up to 112 more were suppressed, likely all.");
    }

    private static List<String> said(long printed, Suppressed suppressed) {
        return Texts.because(Cases.quiet()
                .burst(Signal.TCP_ORPHANS, 1, 1, printed, suppressed, "TCP: too many orphaned sockets")
                .finding("orphan-limit-reached"));
    }

    @Test
    void everySignalThatMakesBurstsIsExplainedBySomeCause() {
        assertThat(Arrays.stream(Signal.values()).filter(s -> !s.isContext()))
                .allSatisfy(s -> assertThat(Cases.with(s).causes()).as(s.id()).isNotEmpty());
    }
}
