package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;

class TcpMemoryLimitMisconfiguredTest {
    private static final String CAUSE = "tcp-memory-limit-misconfigured";
    private static final String LIMIT = "net.ipv4.tcp_mem";

    @Test
    void withoutTheValueOrWithASoundOneNothingIsSaid() {
        assertThat(Cases.with(Signal.TCP_MEMORY).memory(16L << 30).causes()).doesNotContain(CAUSE);
        assertThat(on16GiB("186135 248180 372270").causes()).doesNotContain(CAUSE);
        assertThat(Cases.with(Signal.TCP_MEMORY)
                        .sysctl(LIMIT, "186135 248180 372270")
                        .causes())
                .doesNotContain(CAUSE);
    }

    @Test
    void farBelowTheDefaultItIsLikelyBehindTheLine() {
        // The default of 16 GiB is 196608 262144 393216.
        assertThat(on16GiB("98304 131072 196608").causes()).doesNotContain(CAUSE);
        Finding finding = on16GiB("98304 131072 196607").finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(Texts.settings(finding)).containsExactly(Map.of(LIMIT, "196608 262144 393216"));
    }

    @Test
    void aboveHalfOfMemoryItIsToldButNotBlamed() {
        assertThat(on16GiB("1 2 2097152").causes()).doesNotContain(CAUSE);
        Finding finding = on16GiB("1 2 2097153").finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("not proven"));
    }

    @Test
    void bytesInPlaceOfPagesAreSeenWithoutKnowingTheMemory() {
        Finding finding = Cases.quiet().sysctl(LIMIT, "4096 87380 6291456").finding(CAUSE);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(Texts.because(finding).get(0)).contains("look like the bytes", "24 GiB");
        assertThat(Texts.settings(finding)).isEmpty();
    }

    private static Cases on16GiB(String value) {
        return Cases.with(Signal.TCP_MEMORY).kernel("6.1.0").memory(16L << 30).sysctl(LIMIT, value);
    }
}
