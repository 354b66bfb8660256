package org.sockmortem.fleet.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.fleet.Facts;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Incident;

class SinceKernelTest {
    private static final Map<Integer, String> CHANGED = Map.of(0, "5.14.0-427", 1, "5.14.0-503");

    private final SinceKernel sinceKernel = new SinceKernel();

    private static Moment day(double day) {
        LocalDateTime at = LocalDateTime.parse("2026-03-01T00:00:00").plusMinutes((long) (day * 24 * 60));
        return new Moment(at, true, ZoneOffset.UTC, null, 1_000_000, at.toEpochSecond(ZoneOffset.UTC) * 1_000_000);
    }

    /** A month of logs, with another boot on day 20. */
    private void host(String name, Map<Integer, String> releases, double... incidentDays) {
        List<Incident> incidents = new ArrayList<>();
        List<Burst> bursts = new ArrayList<>();
        for (double day : incidentDays) {
            int number = incidents.size() + 1;
            bursts.add(Facts.burst(name, number, day < 20 ? 0 : 1, day(day)));
            incidents.add(new Incident(name, number, day(day), day(day), number, number, List.of()));
        }
        List<Boot> boots = List.of(new Boot(0, day(0), null), new Boot(1, day(20), null));
        sinceKernel.add(name, Facts.of(name, boots, releases, bursts, incidents, day(0), day(30)));
    }

    @Test
    void hostsThatHadNothingBeforeTheirNewKernelAreNamedWithIt() {
        host("web01", CHANGED, 21, 24, 25.5);
        host("web02", CHANGED, 22, 27);
        host("web03", CHANGED, 23, 28.5);
        assertThat(sinceKernel.result()).singleElement().satisfies(g -> {
            assertThat(g.kind()).isEqualTo(Recurrence.Kind.SINCE_KERNEL);
            assertThat(g.release()).isEqualTo("5.14.0-503");
            assertThat(g.hosts()).extracting(Recurrence::host).containsExactly("web01", "web02", "web03");
            assertThat(g.hosts().get(0).incidents()).isEqualTo(3);
            assertThat(g.hosts().get(0).chance())
                    .as("a third of the time, three days")
                    .isEqualTo(0.037);
        });
    }

    @Test
    void whatChanceExplainsIsNotTold() {
        host("web01", CHANGED, 21, 24);
        host("web02", CHANGED, 22);
        assertThat(sinceKernel.result()).isEmpty();
    }

    @Test
    void manyIncidentsOfOneDayAreOneReason() {
        host("web01", CHANGED, 21.1, 21.2, 21.3, 21.4, 21.5, 21.6, 21.7, 21.8);
        assertThat(sinceKernel.result()).isEmpty();
    }

    @Test
    void hostsThatHadThemBeforeSpeakAgainstIt() {
        host("web01", CHANGED, 21, 24, 25.5, 26.5);
        host("web02", CHANGED, 22, 27, 28.5, 29.5);
        host("web03", CHANGED, 3, 27);
        assertThat(sinceKernel.result()).isEmpty();
    }

    @Test
    void aBootOfUnknownKernelMayHaveBeenTheNewOne() {
        host("web01", Map.of(1, "5.14.0-503"), 21, 22, 23, 24, 25, 26, 27, 28);
        host("web02", Map.of(0, "5.14.0-503", 1, "5.14.0-503"), 21, 22, 23, 24, 25, 26, 27, 28);
        assertThat(sinceKernel.result()).isEmpty();
    }
}
