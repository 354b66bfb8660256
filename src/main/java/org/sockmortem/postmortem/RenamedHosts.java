package org.sockmortem.postmortem;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.postmortem.HostOfTree.Named;
import org.sockmortem.snapshot.Clue;

/**
 * Trees of one machine id that have several names: the machine was renamed between two captures, and is shown by its last name. Machines
 * made of one image have one id, too; they are told by being many, or by being captured at one time.
 */
final class RenamedHosts {
    private static final int MOST_NAMES = 3;
    private static final Duration ONE_TIME = Duration.ofHours(1);

    private record Capture(
            String tree, Named named, @Nullable LocalDateTime taken) {}

    private RenamedHosts() {}

    /**
     * Finds them.
     *
     * @param own every tree's name; that of a renamed machine is put in its place
     * @return all names of a renamed machine, by its trees
     */
    static Map<String, Set<String>> unite(Collection<TreeFindings> trees, Map<String, Named> own) {
        Map<String, List<Capture>> machines = new TreeMap<>();
        for (TreeFindings tree : trees) {
            Clue<String> machine = tree.clues().machineId();
            Named named = own.get(tree.tree());
            if (machine != null && named != null) {
                Moment taken = CaptureDate.of(tree).whole();
                machines.computeIfAbsent(machine.value(), m -> new ArrayList<>())
                        .add(new Capture(tree.tree(), named, taken == null ? null : taken.wall()));
            }
        }
        Map<String, Set<String>> names = new HashMap<>();
        for (List<Capture> captures : machines.values()) {
            Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            captures.forEach(c -> all.add(c.named.host()));
            if (all.size() > 1 && all.size() <= MOST_NAMES && !areSeveral(captures)) {
                captures.sort(Comparator.comparing(Capture::taken, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparing(Capture::tree));
                Named last = captures.get(captures.size() - 1).named;
                captures.forEach(c -> own.put(c.tree, new Named(last.host(), last.by())));
                captures.forEach(c -> names.put(c.tree, all));
            }
        }
        return names;
    }

    /** Whether two of them have their names at one time. */
    private static boolean areSeveral(List<Capture> captures) {
        return captures.stream().anyMatch(a -> captures.stream().anyMatch(b -> isBeside(a, b)));
    }

    private static boolean isBeside(Capture a, Capture b) {
        return !a.named.host().equalsIgnoreCase(b.named.host())
                && a.taken != null
                && b.taken != null
                && Duration.between(a.taken, b.taken).abs().compareTo(ONE_TIME) <= 0;
    }
}
