package org.sockmortem.fleet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmortem.clock.Moment;
import org.sockmortem.fleet.Facts;
import org.sockmortem.timeline.Incident;

class RecurrencesTest {
    private static Incident incident(String wall) {
        Moment at = new Moment(LocalDateTime.parse(wall), true, null, null, 1_000_000, 0);
        return new Incident("h", 1, at, at, 1, 1, List.of());
    }

    private static List<Recurrence.Group> of(String... walls) {
        Recurrences recurrences = new Recurrences();
        List<Incident> incidents = new ArrayList<>();
        for (String wall : walls) {
            incidents.add(incident(wall));
        }
        recurrences.add("h", Facts.of("h", incidents, Map.of()));
        return recurrences.result();
    }

    @Test
    void fourNightsAtThreeAreARule() {
        List<Recurrence.Group> found = of(
                "2026-03-01T03:00:10",
                "2026-03-02T03:04:00",
                "2026-03-03T03:02:00",
                "2026-03-04T02:59:00",
                "2026-03-04T15:00:00");
        assertThat(found).singleElement().satisfies(group -> {
            assertThat(group.kind()).isEqualTo(Recurrence.Kind.DAILY);
            assertThat(group.minuteOfDay()).isBetween(2 * 60 + 59, 3 * 60 + 4);
            assertThat(group.hosts().get(0).incidents()).isEqualTo(4);
            assertThat(group.hosts().get(0).of()).isEqualTo(5);
        });
    }

    @Test
    void twoAreNot() {
        assertThat(of("2026-03-01T03:00:10", "2026-03-02T03:04:00", "2026-03-02T03:05:00"))
                .isEmpty();
    }

    @Test
    void aroundMidnightIsOneTime() {
        assertThat(of("2026-03-01T23:58:00", "2026-03-03T00:02:00", "2026-03-04T00:04:00"))
                .singleElement()
                .satisfies(g -> assertThat(g.kind()).isEqualTo(Recurrence.Kind.DAILY));
    }

    @Test
    void eachSundayIsWeekly() {
        assertThat(of("2026-03-01T03:00:10", "2026-03-08T03:04:00", "2026-03-15T03:01:00"))
                .singleElement()
                .satisfies(g -> {
                    assertThat(g.kind()).isEqualTo(Recurrence.Kind.WEEKLY);
                    assertThat(g.weekDay()).isEqualTo(7);
                });
    }

    @Test
    void manyAllOverTheDayAreNone() {
        List<String> walls = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            walls.add(LocalDateTime.parse("2026-03-01T00:00:00")
                    .plusMinutes(i * 1_117L)
                    .plusSeconds(1)
                    .toString());
        }
        assertThat(of(walls.toArray(String[]::new))).isEmpty();
    }
}
