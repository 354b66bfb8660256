package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;

/** Counters tell how often and never when. */
class BootCountersTest {
    private static final String ABORTED = "netstat.TcpExt.TCPAbortOnMemory";
    private static final String PRESSED = "netstat.TcpExt.TCPMemoryPressures";

    @Test
    void oneThatWasNotCapturedIsNotSpokenOf() {
        Finding finding = Cases.with(Signal.TCP_MEMORY).finding("tcp-memory-limit-reached");
        assertThat(Texts.because(finding)).noneMatch(t -> t.contains("stands at"));
        assertThat(Texts.missing(finding)).noneMatch(t -> t.contains("stands at"));
    }

    @Test
    void aZeroIsOfAnotherBootOrOfBefore() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS).sysctl(ABORTED, 0).finding("orphan-limit-reached");
        assertThat(Texts.because(finding)).noneMatch(t -> t.contains("TCPAbortOnMemory stands"));
        assertThat(Texts.missing(finding)).anyMatch(t -> t.contains("TCPAbortOnMemory stands at 0 in sysctl_-a:1"));
        assertThat(finding.verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void anythingElseIsEvidence() {
        Finding finding = Cases.with(Signal.TCP_MEMORY)
                .sysctl(ABORTED, 1)
                .sysctl(PRESSED, 3)
                .sysctl("uptime.seconds", 7300)
                .finding("tcp-memory-limit-reached");
        assertThat(Texts.because(finding))
                .anyMatch(t -> t.startsWith("TCPAbortOnMemory stands at 1") && t.contains("in the 2 h from boot"))
                .anyMatch(t -> t.startsWith("TCPMemoryPressures stands at 3"));
    }
}
