package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockmortem.report.SampleValues.at;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.report.words.Sparkline;
import org.sockmortem.timeline.BurstWindow;

class SparklineTest {
    @Test
    void oneColumnAWindow() {
        assertThat(Sparkline.of(windows(1, 4, 8), 10)).isEqualTo("▁▄█");
    }

    @Test
    void theFullestOfMergedNeighboursCounts() {
        assertThat(Sparkline.of(windows(1, 8, 4, 1), 2)).isEqualTo("█▄");
    }

    @Test
    void anEmptyWindowIsSeen() {
        assertThat(Sparkline.of(windows(8, 0, 8), 10)).isEqualTo("█·█");
        assertThat(Sparkline.of(windows(0), 10)).isEqualTo("·");
        assertThat(Sparkline.of(windows(), 10)).isEmpty();
    }

    private static List<BurstWindow> windows(long... events) {
        return Arrays.stream(events)
                .mapToObj(n -> new BurstWindow(at(1), at(2), n, 0))
                .toList();
    }
}
