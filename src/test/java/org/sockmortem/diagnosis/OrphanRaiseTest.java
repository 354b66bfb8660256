package org.sockmortem.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Suppressed;

class OrphanRaiseTest {
    private static final String LIMIT = "net.ipv4.tcp_max_orphans";
    private static final String CAUSE = "orphan-limit-reached";

    /** A burst of so many events. */
    private static Cases cut(long events) {
        return Cases.quiet().burst(Signal.TCP_ORPHANS, 1000, 4, 10, new Suppressed(0, events - 10, events - 10), "x");
    }

    private static List<Map<String, String>> raised(Cases cases) {
        return Texts.settings(cases.finding(CAUSE)).stream()
                .filter(s -> s.containsKey(LIMIT))
                .toList();
    }

    @Test
    void theNextDoublingAboveWhatTheBurstWouldHaveNeeded() {
        assertThat(raised(cut(999).sysctl(LIMIT, 1000))).containsExactly(Map.of(LIMIT, "2000"));
        assertThat(raised(cut(1000).sysctl(LIMIT, 1000))).containsExactly(Map.of(LIMIT, "4000"));
        assertThat(raised(cut(5001).sysctl(LIMIT, 1000))).containsExactly(Map.of(LIMIT, "8000"));
        assertThat(Texts.because(cut(5001).sysctl(LIMIT, 1000).finding(CAUSE)))
                .contains(
                        "In the busiest 102 s, as long as an orphan with a silent peer lives, about 5001 connections were cut at a limit of 1000: "
                                + "without the limit there would have been up to 6001 orphans at a time, or as few as 5251 if it was the timer that spoke, which counts each up to 4 times.");
    }

    @Test
    void theKernelsOwnChoiceWhereThatIsMore() {
        assertThat(raised(cut(5000).hash(131072).sysctl(LIMIT, 1000))).containsExactly(Map.of(LIMIT, "65536"));
        assertThat(raised(cut(70_000).hash(131072).sysctl(LIMIT, 1000))).containsExactly(Map.of(LIMIT, "128000"));
    }

    @Test
    void memoryBoundsIt() {
        // 65536 × 64 KiB are 4 GiB: half of 8 GiB is enough, half of a little less is not.
        assertThat(raised(cut(10).hash(131072).memory(8L << 30).sysctl(LIMIT, 1000)))
                .containsExactly(Map.of(LIMIT, "65536"));
        assertThat(raised(cut(10).hash(131072).memory((8L << 30) - 1).sysctl(LIMIT, 1000)))
                .containsExactly(Map.of(LIMIT, "2000"));
        Finding tooMuch = cut(10).memory(1L << 30).sysctl(LIMIT, 8192).finding(CAUSE);
        assertThat(Texts.actions(tooMuch, Remedy.Kind.COLLECT).get(0)).contains("could pin 1 GiB (16384 × 64 KiB)");
        assertThat(raised(cut(10).bootMemory(1L << 30).sysctl(LIMIT, 8192))).isEmpty();
    }
}
