package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Suppressed;

class RecurringBurstsTest {
    private static final String CAUSE = "recurring-bursts";
    private static final double DAY = 86_400;

    private static Cases at(double... seconds) {
        return at(Cases.quiet(), seconds);
    }

    private static Cases at(Cases cases, double... seconds) {
        for (double second : seconds) {
            cases.burst(Signal.TCP_ORPHANS, second, 4, 7, Suppressed.NONE, "TCP: too many orphaned sockets");
        }
        return cases;
    }

    @Test
    void twoAreNoPattern() {
        assertThat(at(1000, 4600).causes()).doesNotContain(CAUSE);
    }

    @Test
    void equalIntervalsAreOne() {
        Finding finding = at(1000, 4600, 8200).finding(CAUSE);
        assertThat(finding.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(finding.severity()).isEqualTo(Severity.INFO);
        assertThat(finding.bursts()).containsExactly("h/1", "h/2", "h/3");
        assertThat(Texts.because(finding))
                .containsExactly(
                        "3 bursts of tcp.orphans began after the same time each: from 60 min 0 s to 60 min 0 s apart.");
    }

    @Test
    void intervalsMayDifferByAMinute() {
        assertThat(at(1000, 4600, 8259).causes()).contains(CAUSE);
        assertThat(at(1000, 4600, 8260).causes()).contains(CAUSE);
        assertThat(at(1000, 4600, 8261).causes()).doesNotContain(CAUSE);
    }

    @Test
    void shortIntervalsAreOneTrouble() {
        assertThat(at(1000, 1599, 2198).causes()).doesNotContain(CAUSE);
        assertThat(at(1000, 1600, 2200).causes()).contains(CAUSE);
    }

    @Test
    void theSameTimeOfDayIsOneThoughDaysAreSkipped() {
        Cases nightly = at(
                Cases.quiet().bootedAt(LocalDateTime.of(2025, 10, 27, 23, 58), null),
                100,
                DAY + 300,
                4 * DAY,
                5 * DAY + 120);
        assertThat(Texts.because(nightly.finding(CAUSE)))
                .containsExactly(
                        "On 4 days a burst of tcp.orphans began at the same time of the day, between 23:58 and 00:03 by "
                                + "the clock of the log.");
        Cases late = at(Cases.quiet().bootedAt(LocalDateTime.of(2025, 10, 27, 23, 58), null), 0, DAY + 601, 4 * DAY);
        assertThat(late.causes()).doesNotContain(CAUSE);
        assertThat(at(100, DAY + 300, 4 * DAY, 5 * DAY + 120).causes()).doesNotContain(CAUSE);
    }

    @Test
    void signalsAreNotMixed() {
        Cases mixed = at(1000, 4600)
                .burst(Signal.TCP_MEMORY, 8200, 4, 7, Suppressed.NONE, "TCP: out of memory -- consider tuning tcp_mem");
        assertThat(mixed.causes()).doesNotContain(CAUSE);
    }
}
