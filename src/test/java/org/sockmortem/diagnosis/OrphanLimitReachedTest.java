package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmortem.diagnosis.Remedy.Kind;
import org.sockmortem.event.Signal;

class OrphanLimitReachedTest {
    private static final String CAUSE = "orphan-limit-reached";
    private static final String LIMIT = "net.ipv4.tcp_max_orphans";

    @Test
    void withoutTheLineThereIsNoFinding() {
        assertThat(Cases.with(Signal.TCP_MEMORY, Signal.CONNTRACK_FULL)
                        .sysctl(LIMIT, 1)
                        .causes())
                .doesNotContain(CAUSE);
    }

    @Test
    void theLineAloneConfirmsItAndSetsNothing() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS).finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.bursts()).containsExactly("h/1");
        assertThat(Texts.settings(finding)).isEmpty();
        assertThat(Texts.missing(finding)).anyMatch(t -> t.contains("where the limit stood is unknown"));
        assertThat(Texts.actions(finding, Kind.COLLECT)).anyMatch(t -> t.startsWith("Read the limit: sysctl " + LIMIT));
        assertThat(finding.because()).first().satisfies(e -> assertThat(e.ref()).hasToString("dmesg:1"));
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("up to 56 more were suppressed, likely all"));
    }

    @Test
    void theBootLineGivesTheDefaultButNoCurrentValue() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS).hash(131072).finding(CAUSE);
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("131072 slots") && t.contains("65536"));
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("more than 32768 or 16384"));
        assertThat(Texts.settings(finding)).isEmpty();
        assertThat(Texts.actions(finding, Kind.COLLECT)).anyMatch(t -> t.contains("Lower than 65536"));
    }

    @Test
    void aLimitAtItsDefaultIsDoubledWithTheArithmeticShown() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS)
                .hash(131072)
                .sysctl(LIMIT, 65536)
                .memory(32L << 30)
                .finding(CAUSE);
        assertThat(Texts.settings(finding)).containsExactly(Map.of(LIMIT, "131072"));
        assertThat(Texts.actions(finding, Kind.SET)).first().asString().contains("131072 × 64 KiB = 8 GiB of 32 GiB");
    }

    @Test
    void aLimitBelowItsDefaultGoesBackToIt() {
        Cases cases =
                Cases.with(Signal.TCP_ORPHANS).hash(131072).sysctl(LIMIT, 1024).memory(16L << 30);
        assertThat(Texts.settings(cases.finding(CAUSE))).containsExactly(Map.of(LIMIT, "65536"));
    }

    @Test
    void aLimitAboveItsDefaultIsDoubled() {
        Cases cases =
                Cases.with(Signal.TCP_ORPHANS).hash(16384).sysctl(LIMIT, 10000).memory(16L << 30);
        assertThat(Texts.settings(cases.finding(CAUSE))).containsExactly(Map.of(LIMIT, "20000"));
    }

    @Test
    void unknownMemoryIsSaidBesideTheBound() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS).sysctl(LIMIT, 65536).finding(CAUSE);
        assertThat(Texts.actions(finding, Kind.SET)).first().asString().contains("= 8 GiB.", "cannot be judged");
    }

    @Test
    void halfOfTheMemoryIsTheMostThatIsProposed() {
        Cases at = Cases.with(Signal.TCP_ORPHANS).sysctl(LIMIT, 65536).memory(16L << 30);
        assertThat(Texts.settings(at.finding(CAUSE))).containsExactly(Map.of(LIMIT, "131072"));
        Cases above = Cases.with(Signal.TCP_ORPHANS).sysctl(LIMIT, 65537).memory(16L << 30);
        assertThat(Texts.settings(above.finding(CAUSE))).isEmpty();
        assertThat(Texts.actions(above.finding(CAUSE), Kind.COLLECT))
                .anyMatch(t -> t.contains("more than half of 16 GiB"));
    }

    @Test
    void aGaugeBelowTheLimitIsOfItsOwnMoment() {
        Cases at = Cases.with(Signal.TCP_ORPHANS).sysctl(LIMIT, 100).sysctl("sockstat.TCP.orphan", 100);
        assertThat(Texts.because(at.finding(CAUSE))).anyMatch(t -> t.contains("speaks neither for nor against"));
        Cases above = Cases.with(Signal.TCP_ORPHANS).sysctl(LIMIT, 100).sysctl("sockstat.TCP.orphan", 101);
        assertThat(Texts.because(above.finding(CAUSE)))
                .anyMatch(t -> t.contains("101 orphans, above the limit of 100"));
    }

    @Test
    void retriesAreShortenedOnlyWhereTheyAreKnown() {
        Cases unknown = Cases.with(Signal.TCP_ORPHANS);
        assertThat(Texts.actions(unknown.finding(CAUSE), Kind.COLLECT))
                .anyMatch(t -> t.startsWith("Read how long an orphan lives"));
        Cases byDefault = Cases.with(Signal.TCP_ORPHANS).sysctl("net.ipv4.tcp_orphan_retries", 0);
        assertThat(Texts.settings(byDefault.finding(CAUSE)))
                .containsExactly(Map.of("net.ipv4.tcp_orphan_retries", "5"));
        Cases at = Cases.with(Signal.TCP_ORPHANS).sysctl("net.ipv4.tcp_orphan_retries", 5);
        assertThat(Texts.settings(at.finding(CAUSE))).isEmpty();
    }

    @Test
    void theMultipathTwinIsTheSameLimit() {
        Finding finding = Cases.with(Signal.MPTCP_ORPHANS).finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("multipath"));
    }

    @Test
    void wrongAdviceIsNamedWhereItConcerns() {
        Finding plain = Cases.with(Signal.TCP_ORPHANS).finding(CAUSE);
        assertThat(Texts.actions(plain, Kind.DO_NOT)).noneMatch(t -> t.contains("switched on"));
        Finding recycle = Cases.with(Signal.TCP_ORPHANS)
                .sysctl("net.ipv4.tcp_tw_recycle", 1)
                .finding(CAUSE);
        assertThat(Texts.actions(recycle, Kind.DO_NOT)).anyMatch(t -> t.contains("switched on (sysctl_-a:1)"));
    }
}
