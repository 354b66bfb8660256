package org.sockmortem.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.sockmortem.clock.Moment;

class IsoMomentTest {
    private static final LocalDateTime WALL = LocalDateTime.of(2025, 10, 28, 21, 58, 48, 358_312_000);

    @Test
    void wholeSecondsHaveNoFraction() {
        assertThat(IsoMoment.wall(new Moment(WALL, true, null, null, 1_000_000, 0)))
                .isEqualTo("2025-10-28T21:58:48");
    }

    @Test
    void finerStampsHaveSixDigitsEvenWhereTheyAreZero() {
        assertThat(IsoMoment.wall(new Moment(WALL, true, null, null, 1, 0))).isEqualTo("2025-10-28T21:58:48.358312");
        assertThat(IsoMoment.wall(new Moment(WALL.withNano(0), true, null, null, 1000, 0)))
                .isEqualTo("2025-10-28T21:58:48.000000");
    }

    @Test
    void anUnknownYearIsNoYear() {
        assertThat(IsoMoment.wall(new Moment(WALL, false, null, null, 1_000_000, 0)))
                .isEqualTo("--10-28T21:58:48");
    }

    @Test
    void aKnownZoneIsTold() {
        assertThat(IsoMoment.wall(new Moment(WALL, true, ZoneOffset.ofHoursMinutes(5, 30), null, 1_000_000, 0)))
                .isEqualTo("2025-10-28T21:58:48+05:30");
        assertThat(IsoMoment.wall(new Moment(WALL, true, ZoneOffset.UTC, null, 1_000_000, 0)))
                .isEqualTo("2025-10-28T21:58:48Z");
    }

    @Test
    void withoutAWallClockThereIsNothing() {
        assertThat(IsoMoment.wall(new Moment(null, false, null, 1L, 1, 1))).isNull();
    }
}
