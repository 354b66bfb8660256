package org.sockmortem.fleet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sockmortem.clock.Moment;
import org.sockmortem.timeline.Incident;

class SharedIncidentsTest {
    private static final long SECOND = 1_000_000;
    private final SharedIncidents shared = new SharedIncidents();

    private static Moment at(String wall, @Nullable ZoneOffset offset, long plusMinus) {
        return new Moment(LocalDateTime.parse(wall), true, offset, null, plusMinus, 0);
    }

    private void host(String name, String wall, @Nullable ZoneOffset offset, long plusMinus) {
        Moment start = at(wall, offset, plusMinus);
        Incident incident = new Incident(name, 1, start, start, 1, 1, List.of());
        // a month of logs, so that a coincidence means something
        Moment begin = at(wall.replaceFirst("T.*", "T00:00:00"), offset, SECOND).plusMicros(-30 * 86_400 * SECOND);
        shared.add(name, List.of(incident), List.of(), begin, start);
    }

    @Test
    void theSameMomentInTwoZonesIsOneIncident() {
        host("a", "2026-03-01T09:14:03", ZoneOffset.ofHours(1), SECOND);
        host("b", "2026-03-01T08:14:10", ZoneOffset.UTC, SECOND);
        host("c", "2026-03-01T09:14:03", ZoneOffset.UTC, SECOND);
        List<SharedIncident> found = shared.result();
        assertThat(found).hasSize(1);
        assertThat(found.get(0).hosts()).isEqualTo(2);
        assertThat(found.get(0).first()).containsExactly("a");
        assertThat(found.get(0).isMeant()).isTrue();
        assertThat(found.get(0).spreadSeconds()).isEqualTo(7);
    }

    @Test
    void whoWasFirstIsOpenWithinThePlusMinus() {
        host("a", "2026-03-01T09:14:03", ZoneOffset.UTC, SECOND);
        host("b", "2026-03-01T09:14:04", ZoneOffset.UTC, SECOND);
        host("c", "2026-03-01T09:14:09", ZoneOffset.UTC, SECOND);
        assertThat(shared.result().get(0).first()).containsExactly("a", "b");
    }

    @Test
    void aMinuteIsAMinuteAndThePlusMinus() {
        host("a", "2026-03-01T09:14:00", ZoneOffset.UTC, SECOND);
        host("b", "2026-03-01T09:15:02", ZoneOffset.UTC, SECOND);
        assertThat(shared.result()).hasSize(1);
    }

    @Test
    void laterThanThatIsAnother() {
        host("a", "2026-03-01T09:14:00", ZoneOffset.UTC, SECOND);
        host("b", "2026-03-01T09:15:03", ZoneOffset.UTC, SECOND);
        assertThat(shared.result()).isEmpty();
    }

    @Test
    void hostsOfUnknownZoneAreComparedWithEachOtherOnly() {
        host("a", "2026-03-01T09:14:00", ZoneOffset.UTC, SECOND);
        host("b", "2026-03-01T09:14:00", null, SECOND);
        assertThat(shared.result()).isEmpty();
        host("c", "2026-03-01T09:14:01", null, SECOND);
        assertThat(shared.result()).hasSize(1);
        assertThat(shared.result().get(0).clock()).isEqualTo(Start.Clock.LOCAL);
    }

    @Test
    void twoOfManyThatAlwaysHaveIncidentsMeetByChance() {
        for (int i = 0; i < 2_000; i++) {
            // spread over the day, not two in one minute but by chance
            int second = (int) (i * 7_919L % 86_400);
            String time = LocalDateTime.parse("2026-03-01T00:00:00")
                    .plusSeconds(second)
                    .toString();
            host("h" + i, time.length() == 16 ? time + ":00" : time, ZoneOffset.UTC, SECOND);
        }
        assertThat(shared.result()).isNotEmpty().noneMatch(SharedIncident::isMeant);
    }

    @Test
    void chanceIsPoissons() {
        assertThat(Chance.atLeast(0, 3)).isEqualTo(1);
        assertThat(Chance.atLeast(1, 0.1)).isCloseTo(1 - Math.exp(-0.1), org.assertj.core.data.Offset.offset(1e-12));
        assertThat(Chance.atLeast(5, 1e-3)).isBetween(8e-18, 9e-18);
    }
}
