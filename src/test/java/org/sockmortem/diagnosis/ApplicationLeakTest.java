package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.diagnosis.Remedy.Kind;
import org.sockmortem.event.Signal;

class ApplicationLeakTest {
    private static final String CAUSE = "application-leak";

    private static Cases waiting(Cases cases, long waiting, long established) {
        return cases.sysctl("ss.state.CLOSE-WAIT", waiting)
                .sysctl("ss.state.ESTAB", established)
                .sysctl("ss.close-wait.holder", "proxyd")
                .sysctl("ss.close-wait.held", waiting);
    }

    @Test
    void withoutAListingOrWithFewItIsNotFound() {
        assertThat(Cases.with(Signal.TCP_ORPHANS).causes()).doesNotContain(CAUSE);
        assertThat(waiting(Cases.with(Signal.TCP_ORPHANS), 999, 1).causes()).doesNotContain(CAUSE);
    }

    @Test
    void manyArePossiblyOne() {
        Finding finding = waiting(Cases.with(Signal.TCP_ORPHANS), 1000, 1001).finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(finding.severity()).isEqualTo(Severity.WARNING);
        assertThat(finding.bursts()).containsExactly("h/1");
        Finding unknown = Cases.quiet().sysctl("tcp.state.CLOSE-WAIT", 5000).finding(CAUSE);
        assertThat(unknown.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(unknown.severity()).isEqualTo(Severity.INFO);
    }

    @Test
    void manyAndMoreThanAreInUseAreLikelyOne() {
        Finding finding = waiting(Cases.with(Signal.TCP_ORPHANS), 1001, 1001).finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(Texts.because(finding)).anyMatch(t -> t.contains("proxyd holds 1001 of them"));
        assertThat(Texts.actions(finding, Kind.APPLICATION).get(0)).startsWith("Have proxyd close");
        assertThat(Texts.settings(finding)).isEmpty();
    }

    @Test
    void theProgramComesBeforeTheLimit() {
        for (String cause : new String[] {"orphan-limit-reached", "tcp-memory-limit-reached"}) {
            Cases cases = Cases.with(Signal.TCP_ORPHANS, Signal.TCP_MEMORY)
                    .sysctl("net.ipv4.tcp_max_orphans", 4096)
                    .sysctl("net.ipv4.tcp_mem", "10000 20000 30000")
                    .memory(64L << 30);
            assertThat(waiting(cases, 2000, 1).finding(cause).actions().get(0).brief())
                    .isEqualTo("Fix or restart proxyd before any limit is raised.");
        }
        Finding slow = waiting(Cases.with(Signal.TCP_ORPHANS), 1000, 1001).finding("orphan-limit-reached");
        assertThat(slow.actions().get(0).kind()).isEqualTo(Kind.COLLECT);
    }
}
