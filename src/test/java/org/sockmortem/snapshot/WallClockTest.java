package org.sockmortem.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WallClockTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Tue Oct 28 21:58:48 CET 2025 | | CET",
                "Tue Oct 28 21:58:48 UTC 2025 | Z | UTC",
                "Tue Oct 28 09:58:48 PM CET 2025 | | CET",
                "Tue 28 Oct 2025 09:58:48 PM CET | | CET",
                "Tue 28 Oct 21:58:48 GMT 2025 | Z | GMT",
                "Tue, 28 Oct 2025 21:58:48 +0100 | +01:00 | ",
                "2025-10-28T21:58:48+01:00 | +01:00 | ",
                "2025-10-28T21:58:48,123456789-0330 | -03:30 | ",
                "2025-10-28 21:58:48.393733+00:00 | Z | ",
                "2025-10-28T21:58:48Z | Z | Z",
                "Di 28. Okt 21:58:48 CET 2025 | | CET",
                "mardi 28 octobre 2025, 21:58:48 (UTC+0100) | +01:00 | UTC",
                "2025年 10月 28日 火曜日 21:58:48 JST | | JST",
                "Tue 2025-10-28 21:58:48 CET | | CET"
            })
    void readsTheFormsOfDate(String text, ZoneOffset offset, String zone) {
        WallClock clock = WallClock.of(text);
        assertThat(clock).isEqualTo(new WallClock(LocalDateTime.of(2025, 10, 28, 21, 58, 48), offset, zone));
    }

    @Test
    void midnightAndNoonOfTheHalfDay() {
        assertThat(WallClock.of("Tue Oct 28 12:00:01 AM CET 2025"))
                .extracting(c -> c == null ? null : c.local().getHour())
                .isEqualTo(0);
        assertThat(WallClock.of("Tue Oct 28 12:00:01 PM CET 2025"))
                .extracting(c -> c == null ? null : c.local().getHour())
                .isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sos_commands/date/date",
                "date: invalid option -- 'x'",
                "mar 28 oct 2025 21:58:48 CET",
                "вт 28 окт 2025 21:58:48 MSK",
                "Tue Oct 28 21:58:48 CET",
                "Tue Oct 32 21:58:48 CET 2025",
                "Tue Oct 28 25:58:48 CET 2025",
                "Tue Oct 28 13:58:48 PM CET 2025",
                "21:58:48 up 35 min",
                "Oct 28 21:58:48 2025 Oct 28 21:58:49 2025"
            })
    void leavesWhatIsNotCertain(String text) {
        assertThat(WallClock.of(text)).isNull();
    }
}
