package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;

class KernelMemoryExhaustedTest {
    private static final String CAUSE = "kernel-memory-exhausted";

    @Test
    void burstsAloneSayNothingOfIt() {
        assertThat(Cases.with(Signal.TCP_MEMORY, Signal.TCP_SOCKET_MEMORY).causes())
                .doesNotContain(CAUSE);
    }

    @Test
    void aKillMakesItLikelyForTheContainerMayBeMeant() {
        Finding finding = Cases.with(Signal.TCP_ORPHANS)
                .context(Signal.MEMORY_OOM_KILL, 1000, "java invoked oom-killer")
                .finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(finding.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(finding.bursts()).containsExactly("h/1");
        assertThat(Texts.missing(finding)).anyMatch(t -> t.contains("CONSTRAINT_MEMCG"));
    }

    @Test
    void theOrderOfAFailedAllocationTellsFragmentationApart() {
        assertThat(failed("order:0, mode:0x20").verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(failed("order:1, mode:0x20").verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(failed("order:01").verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(failed("order:4").severity()).isEqualTo(Severity.WARNING);
    }

    @Test
    void fiveEventsAreCitedAndTheRestCounted() {
        Cases cases = Cases.quiet();
        for (int i = 0; i < 5; i++) {
            cases.context(Signal.MEMORY_OOM_KILL, i, "java invoked oom-killer");
        }
        assertThat(Texts.because(cases.finding(CAUSE))).noneMatch(t -> t.contains("more such"));
        cases.context(Signal.MEMORY_OOM_KILL, 9, "java invoked oom-killer");
        assertThat(Texts.because(cases.finding(CAUSE))).contains("1 more such event.");
    }

    private static Finding failed(String text) {
        return Cases.quiet()
                .context(Signal.MEMORY_ALLOCATION_FAILURE, 1, "swapper: page allocation failure: " + text)
                .finding(CAUSE);
    }
}
