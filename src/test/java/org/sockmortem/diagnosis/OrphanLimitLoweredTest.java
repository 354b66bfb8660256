package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmortem.diagnosis.Remedy.Kind;
import org.sockmortem.event.Signal;

class OrphanLimitLoweredTest {
    private static final String CAUSE = "orphan-limit-lowered";
    private static final String LIMIT = "net.ipv4.tcp_max_orphans";

    @Test
    void withoutTheValueOrTheDefaultNothingIsSaid() {
        assertThat(Cases.with(Signal.TCP_ORPHANS).hash(131072).causes()).doesNotContain(CAUSE);
        assertThat(Cases.with(Signal.TCP_ORPHANS).sysctl(LIMIT, 1024).causes()).doesNotContain(CAUSE);
    }

    @Test
    void belowTheDefaultOfTheBootLineItIsLikely() {
        Finding finding =
                Cases.with(Signal.TCP_ORPHANS).hash(131072).sysctl(LIMIT, 65535).finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(Texts.settings(finding)).containsExactly(Map.of(LIMIT, "65536"));
        assertThat(Texts.actions(finding, Kind.SET)).first().asString().contains("65536 × 64 KiB = 4 GiB");
    }

    @Test
    void atAndAboveTheDefaultItIsRuledOut() {
        for (long limit : new long[] {65536, 65537}) {
            Finding finding = Cases.with(Signal.TCP_ORPHANS)
                    .hash(131072)
                    .sysctl(LIMIT, limit)
                    .finding(CAUSE);
            assertThat(finding.verdict()).isEqualTo(Verdict.RULED_OUT);
            assertThat(finding.against()).isNotEmpty();
            assertThat(finding.actions()).isEmpty();
        }
        assertThat(Cases.quiet().hash(131072).sysctl(LIMIT, 65536).causes()).doesNotContain(CAUSE);
        assertThat(Cases.with(Signal.TCP_ORPHANS)
                        .hash(131072)
                        .configured(LIMIT, 65536, "etc/sysctl.d/a.conf")
                        .causes())
                .doesNotContain(CAUSE);
    }

    @Test
    void whatTheMemoryCannotBearIsNotRestoredAtOnce() {
        Cases cases = Cases.with(Signal.TCP_SOCKET_MEMORY)
                .kernel("2.6.32-642.el6")
                .hash(524_288)
                .memory(24L << 30)
                .sysctl(LIMIT, 65536);
        assertThat(Texts.settings(cases.finding(CAUSE))).containsExactly(Map.of(LIMIT, "131072"));
    }

    @Test
    void theSizeOfMemoryIsAnEstimateOnly() {
        Cases below =
                Cases.with(Signal.TCP_ORPHANS).kernel("6.1.0").memory(16L << 30).sysctl(LIMIT, 32767);
        assertThat(below.finding(CAUSE).verdict()).isEqualTo(Verdict.POSSIBLE);
        Cases at =
                Cases.with(Signal.TCP_ORPHANS).kernel("6.1.0").memory(16L << 30).sysctl(LIMIT, 32768);
        assertThat(at.causes()).doesNotContain(CAUSE);
    }

    @Test
    void theFileThatLoweredItIsNamed() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS)
                .hash(131072)
                .configured(LIMIT, 8192, "etc/sysctl.d/shadowsocks.conf")
                .configured(LIMIT, 131072, "etc/sysctl.d/10-fine.conf")
                .sysctl(LIMIT, 8192)
                .finding(CAUSE);
        assertThat(Texts.actions(finding, Kind.APPLICATION))
                .first()
                .asString()
                .endsWith("etc/sysctl.d/shadowsocks.conf:1. If a package brought it, tell its maker.");
    }

    @Test
    void withoutABurstItIsATrapForTheNextOne() {
        Finding finding = Cases.quiet().hash(131072).sysctl(LIMIT, 1024).finding(CAUSE);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(finding.bursts()).isEmpty();
    }
}
