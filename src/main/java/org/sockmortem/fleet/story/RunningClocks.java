package org.sockmortem.fleet.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Looks for hosts whose incidents all lie beside the shared ones by one and the same time. One such distance can always be found; it
 * takes a second that is like it.
 */
final class RunningClocks {
    /** No two zones are further apart, in seconds. */
    private static final long FURTHEST = 14 * 3_600;

    /** Zones' offsets are whole quarters of an hour. */
    private static final long QUARTER = 900;

    private static final int ENOUGH = 2;
    private static final double BY_CHANCE = SharedIncident.BY_CHANCE;

    private final List<SharedIncident> shared;
    private final Map<String, List<Start>> lonely = new TreeMap<>();

    RunningClocks(List<SharedIncident> all) {
        shared = all.stream()
                .filter(s -> s.isMeant() && s.clock() == Start.Clock.UTC)
                .toList();
    }

    /** Takes an incident's start that is part of no shared incident. */
    void add(Start start) {
        if (!shared.isEmpty() && start.clock() != Start.Clock.YEARLESS) {
            lonely.computeIfAbsent(start.host(), h -> new ArrayList<>()).add(start);
        }
    }

    List<RunningClock> result() {
        List<RunningClock> found = new ArrayList<>();
        lonely.forEach((host, starts) -> {
            RunningClock clock = of(host, starts);
            if (clock != null) {
                found.add(clock);
            }
        });
        return found;
    }

    private @Nullable RunningClock of(String host, List<Start> starts) {
        boolean local = starts.stream().anyMatch(s -> s.clock() == Start.Clock.LOCAL);
        // how far off, to which shared incidents
        Map<Long, Set<String>> byMinute = new TreeMap<>();
        int pairs = 0;
        for (Start start : starts) {
            for (SharedIncident incident : shared) {
                double ahead = start.seconds() - incident.starts().get(0).seconds();
                boolean fits = !local || Math.abs(ahead - quarters(ahead)) <= SharedIncidents.WINDOW;
                if (Math.abs(ahead) <= FURTHEST && fits) {
                    pairs++;
                    long minute = local ? quarters(ahead) / 60 : Math.round(ahead / SharedIncidents.WINDOW);
                    byMinute.computeIfAbsent(minute, m -> new HashSet<>()).add(incident.id());
                }
            }
        }
        Map.Entry<Long, Set<String>> best = null;
        boolean alone = false;
        for (Map.Entry<Long, Set<String>> entry : byMinute.entrySet()) {
            int size = entry.getValue().size();
            int most = best == null ? 0 : best.getValue().size();
            alone = size > most || (alone && size < most);
            best = size > most ? entry : best;
        }
        // what recurs by the hour fits in several places, and none of them is proof
        if (best == null || !alone || best.getValue().size() < ENOUGH) {
            return null;
        }
        double places = 2.0 * FURTHEST / (local ? QUARTER : SharedIncidents.WINDOW);
        // as many places and as many hosts as were tried
        double chance = lonely.size() * places * Chance.atLeast(best.getValue().size(), pairs / places);
        return chance > BY_CHANCE
                ? null
                : new RunningClock(
                        host,
                        local ? Start.Clock.LOCAL : Start.Clock.UTC,
                        best.getKey() * 60,
                        best.getValue().stream().sorted().toList(),
                        Chance.rounded(chance));
    }

    private static long quarters(double seconds) {
        return Math.round(seconds / QUARTER) * QUARTER;
    }
}
