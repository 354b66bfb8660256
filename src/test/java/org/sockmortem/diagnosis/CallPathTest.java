package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Callers;
import org.sockmortem.timeline.Suppressed;

class CallPathTest {
    private static final String LIMIT = "net.ipv4.tcp_max_orphans";

    private static List<String> because(Callers callers) {
        return Texts.because(Cases.quiet()
                .calledBy(callers)
                .burst(Signal.TCP_ORPHANS, 1000, 4, 7, Suppressed.NONE, "TCP: too many orphaned sockets")
                .sysctl(LIMIT, 1000)
                .finding("orphan-limit-reached"));
    }

    @Test
    void withoutIdsBothPathsArePossible() {
        assertThat(because(Callers.NONE))
                .anyMatch(t -> t.startsWith("Each line means more than 1000 orphans, unless")
                        && t.contains("more than 500 or 250 were enough")
                        && t.endsWith("the text does not tell which it was."))
                .noneMatch(t -> t.contains("caller id"));
    }

    @Test
    void aTaskIsCloseAndCountsOnce() {
        assertThat(because(new Callers(7, 0, 7, Map.of(7652L, 7L))))
                .anyMatch(t -> t.startsWith("7 of the 7 lines bear a caller id, and each is a T"))
                .contains("The task was thread 7652 each time: it is the one that closed.")
                .contains("So each line means more than 1000 orphans: close() counts each once.")
                .noneMatch(t -> t.contains("250"));
    }

    @Test
    void anInterruptIsTheTimerAndMayCountFourTimes() {
        assertThat(because(new Callers(7, 7, 0, Map.of())))
                .anyMatch(t -> t.startsWith("7 of the 7 lines bear a caller id, and each is a C"))
                .anyMatch(t -> t.contains("unless its own orphan was one that was silent")
                        && t.contains("more than 500 or 250"));
    }

    @Test
    void ofBothEachIsCounted() {
        assertThat(because(new Callers(7, 2, 5, Map.of(11L, 1L, 12L, 4L))))
                .anyMatch(t -> t.startsWith("Of the 7 lines 5 bear a T") && t.contains("and 2 a C"))
                .contains("The tasks were 2 threads, those that closed: 12 (4 of the lines), 11 (1 of the lines).")
                .anyMatch(t -> t.endsWith("the letters tell which it was."));
    }

    @Test
    void noOrphanHasBeenSilentForFourMinutesOnAMachineThatIsUpForTwo() {
        Cases young = Cases.quiet()
                .burst(Signal.TCP_ORPHANS, 2.5, 33, 50, Suppressed.NONE, "x")
                .sysctl(LIMIT, 1000);
        assertThat(Texts.because(young.finding("orphan-limit-reached")))
                .anyMatch(t -> t.contains("more than 500 were enough, for it counts each twice"))
                .noneMatch(t -> t.contains("250"));
    }

    @Test
    void theIdsOfALogArriveInTheFinding(@TempDir Path folder) {
        SavedHost host = new SavedHost(folder).file("dmesg", """
                        [ 4216.327750][ T7652] TCP: too many orphaned sockets
                        [ 4216.327761][ T7652] TCP: too many orphaned sockets
                        [ 4216.341002][    C3] TCP: too many orphaned sockets
                        """);
        assertThat(Texts.because(host.finding("orphan-limit-reached")))
                .anyMatch(t -> t.startsWith("Of the 3 lines 2 bear a T") && t.contains("and 1 a C"))
                .contains("The task was thread 7652 each time: it is the one that closed.");
        assertThat(host.report().bursts().get(0).callers()).isEqualTo(new Callers(3, 1, 2, Map.of(7652L, 2L)));
    }
}
