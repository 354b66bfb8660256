package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Suppressed;

class BesideOrphansTest {
    private static List<String> after(double seconds) {
        return Texts.because(Cases.quiet()
                .burst(Signal.CONNTRACK_FULL, 1000, 10, 7, Suppressed.NONE, "table full")
                .burst(Signal.TCP_ORPHANS, 1010 + seconds, 4, 7, Suppressed.NONE, "too many")
                .finding("orphan-limit-reached"));
    }

    @Test
    void aTableThatWasFullWithinAnOrphansLifeMayHaveMadeSome() {
        assertThat(after(-5)).anyMatch(t -> t.startsWith("Connection tracking was full (h/1) when h/2 began"));
        assertThat(after(5))
                .anyMatch(t -> t.startsWith("Connection tracking was full (h/1) until 5 s before h/2 began"));
        assertThat(after(102)).anyMatch(t -> t.contains("stays an orphan until its retries run out"));
        assertThat(after(104)).anyMatch(t -> t.contains("longer than an orphan with a silent peer lives"));
        assertThat(after(3600)).anyMatch(t -> t.contains("one limit after the other"));
        assertThat(after(3601)).noneMatch(t -> t.contains("Connection tracking"));
    }

    @Test
    void aTableThatIsFullLaterHasNothingToDoWithIt() {
        assertThat(Texts.because(Cases.quiet()
                        .burst(Signal.TCP_ORPHANS, 1000, 4, 7, Suppressed.NONE, "too many")
                        .burst(Signal.CONNTRACK_FULL, 1003, 10, 7, Suppressed.NONE, "table full")
                        .finding("orphan-limit-reached")))
                .noneMatch(t -> t.contains("Connection tracking"));
    }

    @Test
    void theTwoLinesOfOneSocketAreNotAdded() {
        Cases both = Cases.quiet()
                .burst(Signal.TCP_ORPHANS, 1000, 4, 7, Suppressed.NONE, "too many")
                .burst(Signal.TCP_MEMORY, 1004, 4, 7, Suppressed.NONE, "out of memory");
        for (String cause : List.of("orphan-limit-reached", "tcp-memory-limit-reached")) {
            assertThat(Texts.because(both.finding(cause))).anyMatch(t -> t.contains("must not be added"));
        }
        Cases apart = Cases.quiet()
                .burst(Signal.TCP_ORPHANS, 1000, 4, 7, Suppressed.NONE, "too many")
                .burst(Signal.TCP_MEMORY, 1005, 4, 7, Suppressed.NONE, "out of memory");
        assertThat(Texts.because(apart.finding("orphan-limit-reached")))
                .noneMatch(t -> t.contains("must not be added"));
    }
}
