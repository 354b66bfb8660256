package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

class NewestFirstTest {
    private final List<Long> order = new ArrayList<>();
    private final NewestFirst<Long> sink = new NewestFirst<>(order::add, 1);

    private void record(int second, long line) {
        WallStamp wall = new WallStamp(2025, 10, 28, second, 0, 1, ZoneOffset.UTC);
        sink.take(new Stamp(wall, Stamp.NO_UPTIME, null), line);
    }

    @Test
    void whatComesBackwardsIsTurnedRound() {
        record(9, 1);
        record(9, 2);
        record(7, 3);
        record(5, 4);
        sink.end();
        assertThat(order).containsExactly(4L, 3L, 2L, 1L);
        assertThat(sink.isBackwards()).isTrue();
    }

    @Test
    void aClockThatIsSetBackIsNoOrder() {
        record(9, 1);
        record(7, 2);
        record(8, 3);
        record(6, 4);
        sink.end();
        assertThat(order).containsExactly(1L, 2L, 3L, 4L);
        assertThat(sink.isBackwards()).isFalse();
    }

    @Test
    void aStepOrTwoBackInAShortLogOfLinesIsNoOrder() {
        NewestFirst<Long> lines = new NewestFirst<>(order::add, 2);
        lines.take(uptime(9), 1L);
        lines.take(uptime(7), 2L);
        lines.end();
        assertThat(order).containsExactly(1L, 2L);
    }

    @Test
    void theBeginningDecidesBeforeAnythingIsTaken() {
        NewestFirst<Long> lines = new NewestFirst<>(order::add, 2);
        for (int second = 9; second > 0; second--) {
            lines.look(uptime(second));
        }
        // one boot in between
        lines.look(uptime(99));
        lines.looked();
        assertThat(lines.isBackwards()).isTrue();
        lines.take(uptime(3), 1L);
        lines.take(uptime(5), 2L);
        lines.end();
        assertThat(order).containsExactly(2L, 1L);
    }

    @Test
    void aBeginningThatGoesUpAndDownIsInOrder() {
        NewestFirst<Long> lines = new NewestFirst<>(order::add, 2);
        for (int second : new int[] {1, 2, 3, 1, 2, 1, 2}) {
            lines.look(uptime(second));
        }
        lines.looked();
        lines.take(uptime(9), 1L);
        assertThat(order).containsExactly(1L);
    }

    @Test
    void fromDecemberToJanuaryIsForwards() {
        sink.take(new Stamp(new WallStamp(0, 12, 31, 86_399, 0, 1_000_000, null), Stamp.NO_UPTIME, null), 1L);
        sink.take(new Stamp(new WallStamp(0, 1, 1, 0, 0, 1_000_000, null), Stamp.NO_UPTIME, null), 2L);
        assertThat(order).containsExactly(1L, 2L);
    }

    private static Stamp uptime(int seconds) {
        return new Stamp(null, seconds * 1_000_000L, null);
    }

    @Test
    void whatComesForwardsDoesNotWaitForTheEnd() {
        record(5, 1);
        record(6, 2);
        assertThat(order).containsExactly(1L, 2L);
    }

    @Test
    void noMoreThanABoundIsKept() {
        for (int i = 0; i < 150_000; i++) {
            record(80_000 - i / 2, i);
        }
        assertThat(order).hasSize(150_000);
    }
}
