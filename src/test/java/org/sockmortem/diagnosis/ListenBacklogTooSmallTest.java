package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmortem.diagnosis.Remedy.Kind;
import org.sockmortem.event.Signal;

class ListenBacklogTooSmallTest {
    private static final String CAUSE = "listen-backlog-too-small";
    private static final String OVERFLOWS = "netstat.TcpExt.ListenOverflows";

    @Test
    void withoutTheLineTheCounterTellsOfIt() {
        assertThat(Cases.quiet().sysctl(OVERFLOWS, 0).causes()).doesNotContain(CAUSE);
        Finding finding = Cases.quiet().sysctl(OVERFLOWS, 5).finding(CAUSE);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("never logged"));
    }

    @Test
    void theLineAloneMayBeAnAttack() {
        assertThat(Cases.with(Signal.TCP_SYN_FLOOD).finding(CAUSE).verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(Cases.with(Signal.TCP_SYN_FLOOD)
                        .sysctl(OVERFLOWS, 0)
                        .finding(CAUSE)
                        .verdict())
                .isEqualTo(Verdict.POSSIBLE);
        assertThat(Cases.with(Signal.TCP_SYN_FLOOD)
                        .sysctl(OVERFLOWS, 1)
                        .finding(CAUSE)
                        .verdict())
                .isEqualTo(Verdict.LIKELY);
    }

    @Test
    void theCeilingIsRaisedOnlyWhereItIsKnownAndLow() {
        assertThat(Texts.settings(Cases.with(Signal.TCP_SYN_FLOOD).finding(CAUSE)))
                .isEmpty();
        assertThat(Texts.settings(somaxconn(4095))).containsExactly(Map.of("net.core.somaxconn", "4096"));
        assertThat(Texts.settings(somaxconn(4096))).isEmpty();
        assertThat(Texts.settings(somaxconn(65535))).isEmpty();
    }

    @Test
    void whatCountsDependsOnTheKernel() {
        assertThat(Texts.because(
                        Cases.with(Signal.TCP_SYN_FLOOD).kernel("4.4.0").finding(CAUSE)))
                .anyMatch(t -> t.contains("4.4 and later"));
        Finding old = Cases.with(Signal.TCP_SYN_FLOOD).kernel("2.6.32-642.el6").finding(CAUSE);
        assertThat(Texts.because(old)).anyMatch(t -> t.contains("tcp_max_syn_backlog"));
        assertThat(Texts.actions(old, Kind.DO_NOT)).noneMatch(t -> t.contains("tcp_max_syn_backlog"));
    }

    private static Finding somaxconn(long value) {
        return Cases.with(Signal.TCP_SYN_FLOOD)
                .sysctl("net.core.somaxconn", value)
                .finding(CAUSE);
    }

    @Test
    void whatBecameOfTheRequestsIsTold() {
        Finding finding = Cases.with(Signal.TCP_SYN_FLOOD)
                .sysctl("netstat.TcpExt.TCPReqQFullDoCookies", 5)
                .sysctl("netstat.TcpExt.TCPReqQFullDrop", 0)
                .sysctl("netstat.TcpExt.ListenOverflows", 0)
                .sysctl("uptime.minutes", 300)
                .finding("listen-backlog-too-small");
        assertThat(Texts.because(finding))
                .anyMatch(t -> t.contains("TCPReqQFullDoCookies stands at 5") && t.contains("in the 5 h from boot"))
                .noneMatch(t -> t.contains("TCPReqQFullDrop stands"));
        assertThat(finding.against()).anyMatch(e -> e.text().startsWith("ListenOverflows stands at 0"));
        assertThat(finding.verdict()).isEqualTo(Verdict.POSSIBLE);
    }
}
