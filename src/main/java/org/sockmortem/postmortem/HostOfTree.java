package org.sockmortem.postmortem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockmortem.snapshot.Clue;
import org.sockmortem.source.ArchiveName;
import org.sockmortem.source.HostTree;

/**
 * Whose a tree is. In this order: the only host that the lines of its logs name; of several (a relay's logs) the one that its own files name; what its files
 * name; the name of the archive; the name that the host was given as it started, if a log tells of it. A tree without any of these belongs to
 * the only host of the folder or box around it, or of what is below it, but never to a neighbour.
 */
final class HostOfTree {
    /**
     * A host's name.
     *
     * @param host as it is shown
     * @param by what tells it
     */
    record Named(String host, String by) {}

    private final HostNames names;
    private final Map<String, Named> own = new TreeMap<>();
    /** By tree, names in lines that are its host's as well. */
    private final Map<String, Set<String>> also = new HashMap<>();

    private HostOfTree(HostNames names) {
        this.names = names;
    }

    static HostOfTree of(Collection<TreeFindings> trees) {
        Set<String> inLines = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> elsewhere = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (TreeFindings tree : trees) {
            inLines.addAll(tree.lineHosts());
            Clue<String> clue = tree.clues().hostname();
            ArchiveName archive = tree.name();
            elsewhere.addAll(clue == null ? Set.of() : Set.of(HostNames.normal(clue.value())));
            elsewhere.addAll(archive == null ? Set.of() : Set.of(archive.host()));
            tree.given().values().forEach(g -> elsewhere.add(HostNames.normal(g)));
        }
        HostOfTree hosts = new HostOfTree(HostNames.of(inLines, elsewhere));
        trees.forEach(hosts::name);
        hosts.also.putAll(RenamedHosts.unite(trees, hosts.own));
        hosts.partCloned(trees);
        hosts.partNameless(trees);
        return hosts;
    }

    private void name(TreeFindings tree) {
        Named named = ownName(tree);
        if (named != null) {
            own.put(tree.tree(), named);
        }
    }

    private @Nullable Named ownName(TreeFindings tree) {
        Clue<String> clue = tree.clues().hostname();
        Set<String> proper = tree.lineHosts().stream()
                .filter(h -> !HostNames.isNobody(h))
                .map(names::shown)
                .collect(Collectors.toCollection(() -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER)));
        if (proper.size() == 1) {
            String host = proper.iterator().next();
            String path = tree.pathNaming(tree.lineHosts().stream()
                    .filter(h -> names.shown(h).equalsIgnoreCase(host))
                    .collect(Collectors.toSet()));
            return new Named(host, Objects.requireNonNullElse(path, tree.tree()));
        }
        if (clue != null && !HostNames.isNobody(clue.value())) {
            return new Named(
                    names.shown(HostNames.normal(clue.value())), clue.ref().path());
        }
        if (!proper.isEmpty()) {
            return null;
        }
        ArchiveName archive = tree.name();
        if (archive != null && !HostNames.isNobody(archive.host())) {
            return new Named(names.shown(archive.host()), tree.tree());
        }
        SortedMap<String, String> given = tree.given();
        if (Set.copyOf(given.values()).size() == 1) {
            Map.Entry<String, String> first = given.entrySet().iterator().next();
            return new Named(shown(first.getValue()), first.getKey());
        }
        String nobody = tree.lineHosts().stream().findFirst().orElse(clue == null ? null : clue.value());
        if (nobody == null || nobody.equals(HostNames.UNKNOWN)) {
            return null;
        }
        String path = tree.pathNaming(Set.of(nobody));
        return new Named(
                nobody,
                path != null ? path : clue == null ? tree.tree() : clue.ref().path());
    }

    /** Machines of one name that are not one machine are told apart by a number, in the order of their paths. */
    private void partCloned(Collection<TreeFindings> trees) {
        Map<String, List<String>> machines = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        List<TreeFindings> ordered = new ArrayList<>(trees);
        ordered.sort((a, b) -> a.tree().compareTo(b.tree()));
        for (TreeFindings tree : ordered) {
            Named named = own.get(tree.tree());
            Clue<String> machine = tree.clues().machineId();
            if (named != null && machine != null) {
                List<String> known = machines.computeIfAbsent(named.host, h -> new ArrayList<>());
                if (!known.contains(machine.value())) {
                    known.add(machine.value());
                }
                int number = known.indexOf(machine.value()) + 1;
                if (number > 1) {
                    String other = named.host + "~" + number;
                    also.put(tree.tree(), Set.of(named.host));
                    own.put(tree.tree(), new Named(other, named.by));
                }
            }
        }
    }

    /** Logs without a name, in trees beside each other, are not one host's because neither tells whose it is. */
    private void partNameless(Collection<TreeFindings> trees) {
        Map<String, List<String>> groups = new TreeMap<>();
        trees.stream()
                .filter(TreeFindings::hasNamelessLog)
                .map(TreeFindings::tree)
                .filter(t -> of(t) == null)
                .sorted(Comparator.comparing(String::length).thenComparing(t -> t))
                .forEach(t -> groups.computeIfAbsent(
                                groups.keySet().stream()
                                        .filter(top -> HostTree.isWithin(t, top))
                                        .findFirst()
                                        .orElse(t),
                                top -> new ArrayList<>())
                        .add(t));
        int number = 0;
        for (List<String> group : groups.size() > 1 ? groups.values() : List.<List<String>>of()) {
            number++;
            String host = HostNames.UNKNOWN + (number == 1 ? "" : "~" + number);
            group.forEach(t -> own.put(t, new Named(host, "")));
        }
    }

    /** The name as this run shows it. */
    String shown(String name) {
        return names.shown(HostNames.normal(name));
    }

    /** The host that a line of a log in that tree is of, if it names this one. */
    String ofLine(TreeFindings tree, String inLine) {
        String shown = names.shown(inLine);
        Named named = own.get(tree.tree());
        boolean isAlso = also.getOrDefault(tree.tree(), Set.of()).stream().anyMatch(shown::equalsIgnoreCase);
        if (named != null && (HostNames.isNobody(inLine) || isAlso)) {
            return named.host;
        }
        return shown;
    }

    /** Whose the tree is, or {@code null} where nothing tells. */
    @Nullable
    Named of(String tree) {
        Named itself = own.get(tree);
        if (itself != null) {
            return itself;
        }
        for (String around = HostTree.around(tree); around.length() > 1; around = HostTree.around(around)) {
            Named named = own.get(around);
            if (named != null) {
                return named;
            }
        }
        Set<String> below = new HashSet<>();
        Named found = null;
        String begin = tree.equals(".") ? "" : tree.endsWith("/") ? tree : tree + "/";
        for (Map.Entry<String, Named> entry : own.entrySet()) {
            boolean inside = entry.getKey().startsWith(begin) || entry.getKey().startsWith(tree + "!");
            if (inside && below.add(entry.getValue().host)) {
                found = entry.getValue();
            }
        }
        return below.size() == 1 ? found : null;
    }

    /** Every tree's own host, by tree. */
    Map<String, Named> all() {
        return own;
    }
}
