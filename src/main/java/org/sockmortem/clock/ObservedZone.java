package org.sockmortem.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A zone by the offsets that stamps of it carry: where a log shows two, summer time began or ended between them, and the zones of the world
 * that have all its offsets tell at which hour, if they agree on it.
 */
public final class ObservedZone {
    private ObservedZone() {}

    /**
     * An offset that was in force.
     *
     * @param at when
     * @param offset which
     */
    public record Seen(Instant at, ZoneOffset offset) {}

    /**
     * The rules of the zone that has all these offsets, or {@code null} where they are one and the same, so that they tell of no change, or
     * zones that have them differ in between.
     */
    public static @Nullable ZoneRules of(Collection<Seen> seen) {
        List<Instant> times = seen.stream().map(Seen::at).sorted().toList();
        if (seen.stream().map(Seen::offset).distinct().count() < 2) {
            return null;
        }
        List<ZoneRules> fitting = new ArrayList<>();
        for (String name : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            ZoneRules rules = ZoneId.of(name).getRules();
            if (seen.stream().allMatch(s -> rules.getOffset(s.at()).equals(s.offset()))) {
                fitting.add(rules);
            }
        }
        Instant from = times.get(0);
        Instant to = times.get(times.size() - 1);
        boolean agree =
                fitting.stream().map(r -> changes(r, from, to)).distinct().count() == 1;
        return agree ? fitting.get(0) : null;
    }

    private static List<Instant> changes(ZoneRules rules, Instant from, Instant to) {
        List<Instant> changes = new ArrayList<>();
        var next = rules.nextTransition(from);
        while (next != null && next.getInstant().isBefore(to)) {
            changes.add(next.getInstant());
            next = rules.nextTransition(next.getInstant());
        }
        return changes;
    }
}
