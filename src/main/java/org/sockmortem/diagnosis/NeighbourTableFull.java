package org.sockmortem.diagnosis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/** As many neighbours as {@code gc_thresh3} allows, and none could be forgotten, told by {@code neighbor table overflow!} (neigh_alloc()). */
final class NeighbourTableFull implements Rule {
    @Override
    public String cause() {
        return "neighbour-table-full";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> all = c.bursts(Signal.NEIGHBOUR_OVERFLOW);
        List<Finding> findings = new ArrayList<>();
        for (Table table : Table.values()) {
            List<Burst> own =
                    all.stream().filter(b -> table.isSix() == isSix(b)).toList();
            boolean counted = Known.sysctl(c, table.cache + ".table_fulls")
                    .filter(k -> k.value() > 0)
                    .isPresent();
            if (!own.isEmpty()
                    || counted
                    || NeighbourCount.of(c, table.cache, table.family, table.limits)
                            .isPressed()) {
                findings.add(finding(c, own, table));
            }
        }
        return findings;
    }

    /** The tables of the two protocols. */
    private enum Table {
        FOUR("arp_cache", "ipv4", "net.ipv4.neigh.default.gc_thresh"),
        SIX("ndisc_cache", "ipv6", "net.ipv6.neigh.default.gc_thresh");

        /** As the kernel names it in /proc/net/stat. */
        private final String cache;

        private final String family;
        private final String limits;

        Table(String cache, String family, String limits) {
            this.cache = cache;
            this.family = family;
            this.limits = limits;
        }

        boolean isSix() {
            return this == SIX;
        }
    }

    /** Whether every line names the table of IPv6; what names neither is taken for IPv4. */
    private static boolean isSix(Burst burst) {
        return !burst.evidence().isEmpty()
                && burst.evidence().stream()
                        .map(e -> e.text().toLowerCase(Locale.ROOT))
                        .allMatch(t -> t.contains("ndisc") || t.contains("ipv6"));
    }

    private Finding finding(Case c, List<Burst> bursts, Table table) {
        String prefix = table.limits;
        String limitName = prefix + 3;
        Optional<Known> limit = Known.sysctl(c, limitName);
        Draft draft = new Draft(cause(), bursts, limitName);
        if (!bursts.isEmpty()) {
            draft.said("neighbour.line", limitName);
        }
        Optional<Known> fulls = Known.sysctl(c, table.cache + ".table_fulls").filter(k -> k.value() > 0);
        boolean counted = fulls.isPresent();
        fulls.ifPresent(k -> draft.because(k.ref(), "neighbour.counter", k.value(), BootCounters.since(c)));
        draft.because(null, "neighbour.shared").limit(limitName, limit).missing("neighbour.who.missing");
        NeighbourCount count = NeighbourCount.of(c, table.cache, table.family, prefix);
        count.describe(draft);
        boolean full = count.isFull();
        if (bursts.isEmpty()) {
            draft.because(null, "neighbour.silent");
        }
        if (bursts.isEmpty() && !full) {
            draft.decide("neighbour.decide");
        }
        Configuration.describe(draft, c, limitName);
        Containers.describe(draft, c);
        if (limit.isEmpty()) {
            draft.action(Remedy.Kind.COLLECT, "neighbour.read-first", prefix);
        } else {
            long target = Math.max(Quantity.times(limit.get().value(), 2), 2048);
            Map<String, String> values = new LinkedHashMap<>();
            values.put(limitName, Long.toString(target));
            values.put(prefix + 2, Long.toString(target / 2));
            values.put(prefix + 1, Long.toString(target / 8));
            draft.set(values, "neighbour.raise", limitName, limit.get().value(), target, target / 2, target / 8);
        }
        draft.action(Remedy.Kind.COLLECT, "neighbour.collect");
        Containers.advise(draft, c);
        return draft.action(Remedy.Kind.COLLECT, "neighbour.watch")
                .action(Remedy.Kind.APPLICATION, "neighbour.application")
                .finding(
                        !bursts.isEmpty() ? Severity.CRITICAL : counted || full ? Severity.WARNING : Severity.INFO,
                        !bursts.isEmpty() || full ? Verdict.CONFIRMED : counted ? Verdict.LIKELY : Verdict.POSSIBLE);
    }
}
