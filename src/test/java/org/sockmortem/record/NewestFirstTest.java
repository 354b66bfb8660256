package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

class NewestFirstTest {
    private final List<Long> order = new ArrayList<>();
    private final NewestFirst sink = new NewestFirst((header, text, line) -> order.add(line));

    private void record(LogFormat format, int second, long line) {
        WallStamp wall = new WallStamp(2025, 10, 28, second, 0, 1, ZoneOffset.UTC);
        sink.record(new Parsed.Header(format, new Stamp(wall, Stamp.NO_UPTIME, null), null, 0), "text", line);
    }

    @Test
    void whatComesBackwardsIsTurnedRound() {
        record(LogFormat.CONTAINER_JSON, 9, 1);
        record(LogFormat.CONTAINER_JSON, 9, 2);
        record(LogFormat.CONTAINER_JSON, 7, 3);
        record(LogFormat.CONTAINER_JSON, 5, 4);
        sink.end();
        assertThat(order).containsExactly(4L, 3L, 2L, 1L);
        assertThat(sink.isBackwards()).isTrue();
    }

    @Test
    void aClockThatIsSetBackIsNoOrder() {
        record(LogFormat.CONTAINER_JSON, 9, 1);
        record(LogFormat.CONTAINER_JSON, 7, 2);
        record(LogFormat.CONTAINER_JSON, 8, 3);
        record(LogFormat.CONTAINER_JSON, 6, 4);
        sink.end();
        assertThat(order).containsExactly(1L, 2L, 3L, 4L);
        assertThat(sink.isBackwards()).isFalse();
    }

    @Test
    void formsThatNobodyTurnsRoundComeAsTheyAre() {
        record(LogFormat.JOURNAL_EXPORT, 9, 1);
        assertThat(order).containsExactly(1L);
        record(LogFormat.JOURNAL_EXPORT, 7, 2);
        assertThat(order).containsExactly(1L, 2L);
    }

    @Test
    void whatComesForwardsDoesNotWaitForTheEnd() {
        record(LogFormat.CONTAINER_JSON, 5, 1);
        record(LogFormat.CONTAINER_JSON, 6, 2);
        assertThat(order).containsExactly(1L, 2L);
    }

    @Test
    void noMoreThanABoundIsKept() {
        for (int i = 0; i < 150_000; i++) {
            record(LogFormat.CONTAINER_JSON, 80_000 - i / 2, i);
        }
        assertThat(order).hasSize(150_000);
    }
}
