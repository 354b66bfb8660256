package org.sockmortem.fleet.story;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Incident;

/**
 * Finds incidents that several hosts share: those that began within a minute of each other, the ± of their stamps allowed for. Hosts are
 * compared on one clock only. In a large fleet something always begins in the same minute as something else; how often chance would do
 * that is said.
 */
public final class SharedIncidents {
    /** Two incidents that begin so near each other may have one cause, in seconds. */
    static final double WINDOW = 60;

    /** Of one host, so many: the largest. A host that is always in trouble shares its trouble with everybody. */
    private static final int MOST_OF_A_HOST = 250;

    private static final Comparator<Start> ORDER =
            Comparator.comparing(Start::at).thenComparing(Start::host).thenComparing(Start::incident);

    private final Map<Start.Clock, List<Start>> starts = new EnumMap<>(Start.Clock.class);
    private final Map<Start.Clock, LocalDateTime> from = new EnumMap<>(Start.Clock.class);
    private final Map<Start.Clock, LocalDateTime> to = new EnumMap<>(Start.Clock.class);

    /** Among the hosts of one report. */
    public static List<SharedIncident> among(List<HostReport> hosts) {
        if (hosts.size() < 2) {
            return List.of();
        }
        SharedIncidents shared = new SharedIncidents();
        List<Covered> covered = new ArrayList<>();
        for (HostReport host : hosts) {
            Moment first = host.bursts().isEmpty() ? null : host.bursts().get(0).start();
            shared.add(host.host(), host.incidents(), host.bursts(), first, host.lastMoment());
            covered.add(Covered.of(first, host.lastMoment(), host.uncovered()));
        }
        return shared.result().stream()
                .map(s -> s.covered((int) covered.stream().filter(c -> c.has(s)).count()))
                .toList();
    }

    /**
     * Takes a host.
     *
     * @param first moment of its logs
     * @param last moment of its logs
     */
    void add(String host, List<Incident> incidents, List<Burst> bursts, @Nullable Moment first, @Nullable Moment last) {
        Map<String, Burst> byId = Start.byId(bursts);
        List<Start> own = new ArrayList<>();
        for (Incident incident : incidents) {
            Start start = Start.of(host, incident, byId);
            if (start != null) {
                own.add(start);
            }
        }
        own.sort(Comparator.comparingLong(Start::events).reversed().thenComparing(ORDER));
        own.stream()
                .limit(MOST_OF_A_HOST)
                .forEach(s -> starts.computeIfAbsent(s.clock(), c -> new ArrayList<>())
                        .add(s));
        own.forEach(s -> stretch(s.clock(), s.at()));
        stretch(first);
        stretch(last);
    }

    private void stretch(@Nullable Moment moment) {
        Start.Clock clock = moment == null ? null : Start.clockOf(moment);
        LocalDateTime at = moment == null ? null : Start.reading(moment);
        if (clock != null && at != null) {
            stretch(clock, at);
        }
    }

    private void stretch(Start.Clock clock, LocalDateTime at) {
        from.merge(clock, at, (a, b) -> a.isBefore(b) ? a : b);
        to.merge(clock, at, (a, b) -> a.isAfter(b) ? a : b);
    }

    /** What the hosts share, that which chance explains least first. */
    List<SharedIncident> result() {
        List<SharedIncident> all = new ArrayList<>();
        starts.forEach((clock, list) -> all.addAll(of(clock, list)));
        all.sort(Comparator.comparing((SharedIncident s) -> !s.isMeant())
                .thenComparing(SharedIncident::clock)
                .thenComparing(SharedIncident::hosts, Comparator.reverseOrder())
                .thenComparing(s -> s.starts().get(0), ORDER));
        List<SharedIncident> numbered = new ArrayList<>();
        all.forEach(s -> numbered.add(s.numbered(numbered.size() + 1)));
        return numbered;
    }

    private List<SharedIncident> of(Start.Clock clock, List<Start> list) {
        List<Start> sorted = list.stream().sorted(ORDER).toList();
        double seconds = Math.max(
                WINDOW,
                Start.seconds(to.getOrDefault(clock, LocalDateTime.MIN))
                        - Start.seconds(from.getOrDefault(clock, LocalDateTime.MIN)));
        double inOneWindow = sorted.size() * WINDOW / seconds;
        List<SharedIncident> found = new ArrayList<>();
        for (List<Start> together : Windows.of(sorted)) {
            int hosts = (int) together.stream().map(Start::host).distinct().count();
            double chance = sorted.size() * Chance.atLeast(hosts - 1, inOneWindow);
            found.add(shared(together, hosts, Chance.rounded(chance)));
        }
        return found;
    }

    private static SharedIncident shared(List<Start> together, int hosts, double chance) {
        Start earliest = together.get(0);
        Set<String> first = new LinkedHashSet<>();
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        for (Start start : together) {
            double apart = start.seconds() - earliest.seconds();
            if (apart <= start.plusMinusSeconds() + earliest.plusMinusSeconds()) {
                first.add(start.host());
            }
            signals.addAll(start.signals());
        }
        List<Start> told = together.subList(0, Math.min(together.size(), SharedIncident.MOST_STARTS));
        return new SharedIncident("", told, hosts, List.copyOf(first), signals, hosts, chance);
    }
}
