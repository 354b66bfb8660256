package org.sockmortem.fleet.planted;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.sockmortem.event.Wording;

/** Hosts with known troubles: each for itself, every night, and several at once. */
public final class PlantedFleet {
    private static final int SEED = 20_260_301;
    private static final Duration AHEAD = Duration.ofHours(2);

    private final Random random = new Random(SEED);
    private final List<PlantedHost> hosts = new ArrayList<>();
    private final List<Shared> shared = new ArrayList<>();

    /**
     * An incident that hosts share.
     *
     * @param start on the host that had it first
     * @param hosts that one first
     */
    record Shared(Instant start, List<PlantedHost> hosts) {}

    /** A fleet of that many hosts; the same on every run. */
    public PlantedFleet(int size) {
        for (int i = 0; i < size; i++) {
            hosts.add(new PlantedHost(i));
        }
        shared(Math.max(3, size / 50));
        hosts.forEach(this::own);
    }

    List<PlantedHost> hosts() {
        return hosts;
    }

    List<Shared> shared() {
        return shared;
    }

    private static boolean mayShare(PlantedHost host) {
        return host.isZoned() && !host.isDamaged() && !host.isDaily() && !host.isSkewed();
    }

    private void shared(int count) {
        List<PlantedHost> fit = hosts.stream().filter(PlantedFleet::mayShare).toList();
        List<PlantedHost> skewed = hosts.stream().filter(PlantedHost::isSkewed).toList();
        for (int i = 0; i < count; i++) {
            // far enough from each other, and from the hours of the night's own incidents
            Instant start = PlantedHost.BEGIN
                    .plus(Duration.ofMinutes(60L + 24L * 60 * (PlantedHost.DAYS - 1) * i / count))
                    .plusSeconds(random.nextInt(3_000));
            List<PlantedHost> members = new ArrayList<>();
            while (members.size() < Math.min(fit.size(), 4 + i % 5)) {
                PlantedHost next = fit.get(random.nextInt(fit.size()));
                if (!members.contains(next)) {
                    Wording wording = members.isEmpty() ? Wording.CONNTRACK_FULL : Wording.ORPHANS;
                    next.plant(new PlantedIncident(wording, start.plusSeconds(5L * members.size()), 8, 20, i));
                    members.add(next);
                }
            }
            Instant late = start.plusSeconds(2);
            for (PlantedHost host : skewed) {
                if (i % Math.max(1, count / 4) == 0) {
                    host.skew(AHEAD.plusMinutes(host.number() / 50 * 17L));
                    host.plant(new PlantedIncident(Wording.ORPHANS, late, 8, 20, i));
                }
            }
            shared.add(new Shared(start, members));
        }
    }

    private void own(PlantedHost host) {
        if (host.isDaily()) {
            LocalDate first = LocalDate.parse("2026-03-10");
            for (int day = 0; day < 7; day++) {
                Instant three = first.plusDays(day).atTime(3, 0).toInstant(host.offset());
                host.plant(new PlantedIncident(Wording.ORPHANS, three.plusSeconds(random.nextInt(240)), 12, 15, -1));
            }
        }
        boolean alone = host.incidents().isEmpty() && !host.isSkewed();
        if (alone && (host.isMisconfigured() || host.number() % 4 == 1)) {
            int second = 7_200 + random.nextInt(29 * 86_400 - 7_200);
            Wording wording = host.number() % 3 == 0 ? Wording.NEIGHBOUR_OVERFLOW : Wording.ORPHANS;
            Wording what = host.isMisconfigured() ? Wording.ORPHANS : wording;
            host.plant(new PlantedIncident(what, PlantedHost.BEGIN.plusSeconds(second), 20, 25, -1));
        }
    }
}
