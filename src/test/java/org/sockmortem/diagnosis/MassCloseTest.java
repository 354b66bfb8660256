package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Suppressed;

class MassCloseTest {
    private static final String CAUSE = "mass-close";
    private static final Suppressed MANY = new Suppressed(0, 50, 50);

    @Test
    void otherSignalsAndSlowBurstsAreNone() {
        assertThat(Cases.with(Signal.TCP_MEMORY, Signal.CONNTRACK_FULL).causes())
                .doesNotContain(CAUSE);
        assertThat(burst(60, 10, MANY).causes()).doesNotContain(CAUSE);
    }

    @Test
    void aShortDenseBurstMakesItPossible() {
        assertThat(burst(6, 10, Suppressed.NONE).finding(CAUSE).verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(burst(6, 9, Suppressed.NONE).causes()).doesNotContain(CAUSE);
        assertThat(burst(6.001, 10, MANY).causes()).doesNotContain(CAUSE);
        assertThat(burst(0.5, 4, MANY).finding(CAUSE).verdict()).isEqualTo(Verdict.POSSIBLE);
    }

    @Test
    void aKillBesideItMakesItLikely() {
        assertThat(killed(997.9).causes()).doesNotContain(CAUSE);
        assertThat(killed(998).finding(CAUSE).verdict()).isEqualTo(Verdict.LIKELY);
        assertThat(killed(1000).finding(CAUSE).because().get(0).text()).contains("java invoked oom-killer");
        assertThat(killed(1002.1).causes()).doesNotContain(CAUSE);
    }

    @Test
    void whatGoesOnTooLongSpeaksAgainstIt() {
        Finding finding = burst(121, 10, MANY)
                .context(Signal.MEMORY_OOM_KILL, 1000, "java invoked oom-killer")
                .finding(CAUSE);
        assertThat(finding.against()).hasSize(1);
        Finding shorter = burst(120, 10, MANY)
                .context(Signal.MEMORY_OOM_KILL, 1000, "java invoked oom-killer")
                .finding(CAUSE);
        assertThat(shorter.against()).isEmpty();
    }

    private static Cases burst(double seconds, long printed, Suppressed suppressed) {
        return Cases.quiet()
                .burst(Signal.TCP_ORPHANS, 1000, seconds, printed, suppressed, "TCP: too many orphaned sockets");
    }

    private static Cases killed(double at) {
        return burst(60, 10, MANY).context(Signal.MEMORY_OOM_KILL, at, "java invoked oom-killer");
    }
}
