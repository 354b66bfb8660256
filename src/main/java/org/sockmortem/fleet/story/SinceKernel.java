package org.sockmortem.fleet.story;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Incident;

/**
 * Looks for incidents that began with a kernel: hosts that had none as long as another one ran, and have some since. Days with incidents are
 * counted, since those of one day may have one reason; chance would lay them over all the time that the logs cover.
 */
final class SinceKernel {
    private static final double BY_CHANCE = 0.001;
    private static final int ENOUGH_DAYS = 3;
    /** Releases are texts of strangers. */
    private static final int MOST_RELEASES = 10_000;

    private final Map<String, Release> releases = new TreeMap<>();

    private static final class Release {
        private final List<Recurrence> since = new ArrayList<>();
        private double chance = 1;
        private int days;
        private int before;
    }

    void add(String host, HostFacts digest) {
        int change = change(digest);
        String release = digest.releases().get(change);
        Double share = change < 0 ? null : shareAfter(digest, change);
        if (release == null || share == null || (releases.size() >= MOST_RELEASES && !releases.containsKey(release))) {
            return;
        }
        Map<String, Burst> bursts = Start.byId(digest.bursts());
        Set<Object> days = new HashSet<>();
        boolean before = false;
        int after = 0;
        for (Incident incident : digest.incidents()) {
            boolean isBefore =
                    incident.bursts().stream().map(bursts::get).anyMatch(b -> b != null && b.boot() < change);
            LocalDateTime at = Start.reading(incident.start());
            before |= isBefore;
            after += isBefore ? 0 : 1;
            days.add(at == null ? "" : at.toLocalDate());
        }
        if (digest.incidents().isEmpty()) {
            return;
        }
        Release all = releases.computeIfAbsent(release, r -> new Release());
        if (before) {
            all.before++;
            return;
        }
        double chance = Math.pow(share, days.size());
        all.chance *= chance;
        all.days += days.size();
        all.since.add(new Recurrence(
                host,
                Recurrence.Kind.SINCE_KERNEL,
                0,
                0,
                after,
                digest.incidents().size(),
                days.size(),
                Chance.rounded(chance)));
    }

    /** The first boot of the kernel that runs last, where another one ran before; -1 where none did, or some boot's is not known. */
    private static int change(HostFacts digest) {
        int change = -1;
        String last = null;
        for (Boot boot : digest.boots()) {
            String release = digest.releases().get(boot.index());
            if (release == null) {
                return -1;
            }
            change = last != null && !last.equals(release) ? boot.index() : change;
            last = release;
        }
        return change;
    }

    /** Which part of the time that the logs cover lies after the change. */
    private static @Nullable Double shareAfter(HostFacts digest, int change) {
        Covered all = Covered.of(digest);
        Double whole = all.seconds();
        for (Boot boot : digest.boots()) {
            if (boot.index() == change && boot.start() != null && whole != null && whole > 0) {
                Double after =
                        Covered.of(boot.start(), digest.last(), List.of()).seconds();
                Double bare =
                        Covered.of(digest.first(), digest.last(), List.of()).seconds();
                // where the gaps lie plays no part: they make both sides shorter
                return after == null || bare == null || bare <= 0 || after > bare ? null : Double.valueOf(after / bare);
            }
        }
        return null;
    }

    /** The kernels since which there are incidents, with their hosts. */
    List<Recurrence.Group> result() {
        List<Recurrence.Group> groups = new ArrayList<>();
        releases.forEach((release, all) -> {
            if (all.days >= ENOUGH_DAYS
                    && all.chance * releases.size() <= BY_CHANCE
                    && all.since.size() > 2 * all.before) {
                groups.add(new Recurrence.Group(Recurrence.Kind.SINCE_KERNEL, 0, 0, release, all.since));
            }
        });
        return groups;
    }
}
