package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sockmortem.report.SampleValues.at;
import static org.sockmortem.report.SampleValues.syslog;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sockmortem.clock.Moment;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.words.MomentWords;
import org.sockmortem.report.words.Sentences;

class MomentWordsTest {
    private final MomentWords words = new MomentWords(Sentences.english());

    @Test
    void anUptimeIsAsPrintkWritesItAndAsPeopleCount() {
        assertThat(told(words.full(at(63286.239125)))).isEqualTo("63286.239125 s (17 h 34 min after boot)");
        assertThat(told(words.full(at(90.5)))).isEqualTo("90.500000 s (1 min 30 s after boot)");
        assertThat(told(words.full(at(200_000)))).isEqualTo("200000.000000 s (2 d 7 h after boot)");
        assertThat(told(words.full(at(3.25)))).isEqualTo("3.250000 s");
    }

    @Test
    void withoutAYearItIsAsSyslogWritesIt() {
        assertThat(told(words.full(syslog(21, 58, 48)))).isEqualTo("Oct 28 21:58:48 ± 1 s");
    }

    @Test
    void utcStandsBesideTheLogsOwnTime() {
        LocalDateTime wall = LocalDateTime.of(2025, 10, 28, 0, 30, 0);
        assertThat(told(words.full(new Moment(wall, true, ZoneOffset.ofHours(2), null, 1_000_000, 0))))
                .isEqualTo("2025-10-28 00:30:00+02:00 ± 1 s (2025-10-27 22:30:00 UTC)");
        assertThat(told(words.full(new Moment(wall, true, ZoneOffset.UTC, null, 1_000_000, 0))))
                .isEqualTo("2025-10-28 00:30:00 UTC ± 1 s");
    }

    @Test
    void noTimeIsSaid() {
        assertThat(told(words.full(new Moment(null, false, null, null, -1, 3)))).isEqualTo("an unknown moment");
    }

    @Test
    void oneMomentIsNoSpan() {
        assertThat(told(words.span(at(3), at(3)))).isEqualTo("3.000000 s");
        assertThat(told(words.span(at(3), at(4)))).isEqualTo("3.000000 s to 4.000000 s");
    }

    private static String told(Phrase phrase) {
        return phrase.spans().stream()
                .map(Phrase.Span::text)
                .collect(Collectors.joining())
                .replace(Phrase.TIE, ' ');
    }
}
