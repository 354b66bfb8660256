package org.sockmortem.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A wall clock's reading is a number within, and a reading to whoever asks. */
class MomentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-10-28T21:58:48.358312",
                "1970-01-01T00:00",
                "1969-12-31T23:59:59.999999",
                "0001-01-01T00:00:00.000001",
                "9999-12-31T23:59:59",
                "2000-02-29T12:00"
            })
    void theReadingComesBack(String reading) {
        LocalDateTime wall = LocalDateTime.parse(reading);
        Moment moment = new Moment(wall, true, ZoneOffset.ofHours(-7), null, 1, 0);
        assertThat(moment.wall()).isEqualTo(wall);
        assertThat(moment.plusMicros(-1_500_000).wall()).isEqualTo(wall.minusNanos(1_500_000_000));
        assertThat(moment.utc()).isEqualTo(wall.atOffset(ZoneOffset.ofHours(-7)));
    }

    @Test
    void whereThereIsNoneThereStaysNone() {
        Moment moment = new Moment(null, false, null, 5L, 1, 5);
        assertThat(moment.hasWall()).isFalse();
        assertThat(moment.wall()).isNull();
        assertThat(moment.plusMicros(7)).isEqualTo(new Moment(null, false, null, 12L, 1, 12));
        assertThat(moment.utc()).isNull();
    }
}
