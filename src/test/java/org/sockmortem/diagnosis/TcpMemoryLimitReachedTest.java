package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmortem.diagnosis.Remedy.Kind;
import org.sockmortem.event.Signal;

class TcpMemoryLimitReachedTest {
    private static final String CAUSE = "tcp-memory-limit-reached";
    private static final String LIMIT = "net.ipv4.tcp_mem";

    @Test
    void withoutTheLineThereIsNoFinding() {
        assertThat(Cases.with(Signal.TCP_ORPHANS).sysctl(LIMIT, "1 2 3").causes())
                .doesNotContain(CAUSE);
    }

    @Test
    void theLineAloneConfirmsItAndSetsNothing() {
        Finding finding = Cases.with(Signal.TCP_MEMORY).finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(Texts.settings(finding)).isEmpty();
        assertThat(Texts.missing(finding)).anyMatch(t -> t.contains("how much memory TCP was allowed is unknown"));
    }

    @Test
    void theLimitIsShownInPagesAndBytes() {
        Finding finding = Cases.with(Signal.TCP_MEMORY)
                .sysctl(LIMIT, "186135 248180 372270")
                .finding(CAUSE);
        assertThat(Texts.because(finding))
                .anyMatch(
                        t -> t.contains("186135 248180 372270") && t.contains("4096 bytes") && t.contains("1.42 GiB"));
        assertThat(Texts.settings(finding)).isEmpty();
        assertThat(Texts.actions(finding, Kind.COLLECT)).anyMatch(t -> t.contains("372270 pages (1.42 GiB)"));
    }

    @Test
    void knownMemoryAllowsHalfAsMuchAgainUpToHalfOfIt() {
        Cases below = Cases.with(Signal.TCP_MEMORY)
                .sysctl(LIMIT, "100000 200000 300000")
                .memory(16L << 30);
        assertThat(Texts.settings(below.finding(CAUSE))).containsExactly(Map.of(LIMIT, "150000 300000 450000"));
        // 1398101 + 699050 pages are just below 8 GiB, one page more than 1398101 brings it to the half.
        Cases at = Cases.with(Signal.TCP_MEMORY).sysctl(LIMIT, "1 2 1398101").memory(16L << 30);
        assertThat(Texts.settings(at.finding(CAUSE))).containsExactly(Map.of(LIMIT, "1 3 2097151"));
        Cases above = Cases.with(Signal.TCP_MEMORY).sysctl(LIMIT, "1 2 1398103").memory(16L << 30);
        assertThat(Texts.settings(above.finding(CAUSE))).isEmpty();
    }

    @Test
    void farBelowTheKernelsOwnChoiceItGoesBackToThat() {
        Cases cases = Cases.with(Signal.TCP_MEMORY).kernel("6.1.0").memory(16L << 30);
        assertThat(Texts.settings(cases.sysctl(LIMIT, "64 96 128").finding(CAUSE)))
                .containsExactly(Map.of(LIMIT, "196608 262144 393216"));
        // An eighth below it counts as the kernel's own, so that there is nothing to go back to.
        Cases own = Cases.with(Signal.TCP_MEMORY).kernel("6.1.0").memory(16L << 30);
        assertThat(Texts.settings(own.sysctl(LIMIT, "172032 229376 344064").finding(CAUSE)))
                .containsExactly(Map.of(LIMIT, "258048 344064 516096"));
        Cases unknown = Cases.with(Signal.TCP_MEMORY).memory(16L << 30);
        assertThat(Texts.settings(unknown.sysctl(LIMIT, "64 96 128").finding(CAUSE)))
                .isEmpty();
    }

    @Test
    void aVectorOfTheWrongLengthIsUnknown() {
        Finding finding = Cases.with(Signal.TCP_MEMORY).sysctl(LIMIT, "1 2").finding(CAUSE);
        assertThat(Texts.missing(finding)).anyMatch(t -> t.contains("unknown"));
    }

    @Test
    void memoryMayComeFromTheCapture() {
        Cases cases = Cases.with(Signal.TCP_MEMORY).sysctl(LIMIT, "1 2 3").sysctl("meminfo.MemTotal", 16 << 20);
        assertThat(Texts.because(cases.finding(CAUSE))).anyMatch(t -> t.contains("16 GiB"));
    }

    @Test
    void absurdNumbersAreBorne() {
        Cases cases = Cases.with(Signal.TCP_MEMORY)
                .sysctl(LIMIT, "999999999999999999 999999999999999999 999999999999999999")
                .memory(16L << 30);
        assertThat(Texts.settings(cases.finding(CAUSE))).isEmpty();
    }
}
