package org.sockmortem.fleet.story;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.fleet.Status;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.SignalTotal;

/** Counts hosts: those in trouble, by signal and by kernel. */
final class Tally {
    /** Releases are texts of strangers; no fleet runs more of them. */
    private static final int MOST_RELEASES = 10_000;

    private final Map<Signal, FleetReport.SignalCount> signals = new EnumMap<>(Signal.class);
    private final Map<String, FleetReport.Kernel> kernels = new TreeMap<>();
    private int hosts;
    private int withBursts;
    private int partial;
    private int failed;

    void add(HostFacts digest) {
        hosts++;
        boolean bursts = !digest.bursts().isEmpty();
        withBursts += bursts ? 1 : 0;
        partial += digest.status() == Status.PARTIAL ? 1 : 0;
        failed += digest.status() == Status.FAILED ? 1 : 0;
        for (SignalTotal total : digest.totals()) {
            FleetReport.SignalCount one = new FleetReport.SignalCount(
                    total, 1, edge(digest, total.signal(), false), edge(digest, total.signal(), true));
            signals.merge(total.signal(), one, Tally::sum);
        }
        String release = digest.release();
        if (release != null && (kernels.size() < MOST_RELEASES || kernels.containsKey(release))) {
            kernels.merge(
                    release,
                    new FleetReport.Kernel(release, 1, bursts ? 1 : 0),
                    (a, b) -> new FleetReport.Kernel(release, a.hosts() + b.hosts(), a.withBursts() + b.withBursts()));
        }
    }

    private static @Nullable Moment edge(HostFacts digest, Signal signal, boolean last) {
        List<Burst> bursts =
                digest.bursts().stream().filter(b -> b.signal() == signal).toList();
        return bursts.isEmpty()
                ? null
                : last ? bursts.get(bursts.size() - 1).end() : bursts.get(0).start();
    }

    private static FleetReport.SignalCount sum(FleetReport.SignalCount a, FleetReport.SignalCount b) {
        SignalTotal total = new SignalTotal(
                a.total().signal(),
                a.total().printed() + b.total().printed(),
                a.total().repeated() + b.total().repeated(),
                a.total().suppressed().plus(b.total().suppressed()));
        return new FleetReport.SignalCount(
                total, a.hosts() + b.hosts(), outer(a.first(), b.first(), -1), outer(a.last(), b.last(), 1));
    }

    /** The earlier or later of two, where both have a date. */
    private static @Nullable Moment outer(@Nullable Moment a, @Nullable Moment b, int sign) {
        LocalDateTime one = dated(a);
        LocalDateTime other = dated(b);
        if (one == null || other == null) {
            return one == null ? (other == null ? a : b) : a;
        }
        return one.compareTo(other) * sign >= 0 ? a : b;
    }

    private static @Nullable LocalDateTime dated(@Nullable Moment moment) {
        return moment == null || !moment.yearKnown() ? null : Start.reading(moment);
    }

    FleetReport.Counts counts() {
        return new FleetReport.Counts(hosts, withBursts, partial, failed);
    }

    List<FleetReport.SignalCount> signals() {
        return List.copyOf(signals.values());
    }

    List<FleetReport.Kernel> kernels() {
        List<FleetReport.Kernel> sorted = new ArrayList<>(kernels.values());
        sorted.sort(Comparator.comparing(FleetReport.Kernel::hosts, Comparator.reverseOrder())
                .thenComparing(FleetReport.Kernel::release));
        return sorted;
    }
}
