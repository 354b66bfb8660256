package org.sockmortem.postmortem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.sockmortem.join.ClockPair;
import org.sockmortem.join.Tape;
import org.sockmortem.join.TapeMerge;

/** Sorts what was read by host. Mutable, for one run. */
final class HostSorting {
    private static final String OPTION = "--host";

    private final @Nullable String option;
    private final HostOfTree hosts;
    private final Map<String, HostInputs> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Set<String>> hostsOfPath = new LinkedHashMap<>();

    /**
     * What was sorted.
     *
     * @param hosts by name
     * @param hostsOfPath whose an input is, by its path
     * @param nobodys trees with captured state of which nothing tells whose it is
     */
    record Sorted(List<HostInputs> hosts, Map<String, Set<String>> hostsOfPath, List<TreeFindings> nobodys) {
        /** The only host that an input tells of, or {@code null}. */
        @Nullable
        String hostOf(String path) {
            Set<String> hosts = hostsOfPath.getOrDefault(path, Set.of());
            return hosts.size() == 1 ? hosts.iterator().next() : null;
        }
    }

    private HostSorting(Collection<TreeFindings> trees, @Nullable String option) {
        this.option = option;
        this.hosts = HostOfTree.of(trees);
    }

    /**
     * Sorts it.
     *
     * @param outcomes every log with its tree, in the order in which their lines were written
     * @param option names what names no host, or {@code null}
     */
    static Sorted sort(Collection<TreeFindings> trees, List<LogOutcome> outcomes, @Nullable String option) {
        HostSorting sorting = new HostSorting(trees, option);
        Map<String, TreeFindings> byTree = new TreeMap<>();
        trees.forEach(t -> byTree.put(t.tree(), t));
        for (LogOutcome outcome : outcomes) {
            TreeFindings tree = byTree.get(outcome.source().tree());
            if (tree != null) {
                sorting.log(outcome, tree);
            }
        }
        List<TreeFindings> unclaimed = new ArrayList<>();
        for (TreeFindings tree : byTree.values()) {
            if (!tree.captured().isEmpty() && !sorting.captured(tree)) {
                unclaimed.add(tree);
            }
        }
        List<TreeFindings> nobodys = sorting.rest(unclaimed);
        if (sorting.sorted.isEmpty() && !outcomes.isEmpty()) {
            // something was read, and nothing of it is a log
            sorting.host(new HostOfTree.Named(sorting.nameless(), ""), option);
            outcomes.forEach(o -> sorting.speaks(o.source().path(), sorting.nameless()));
        }
        return new Sorted(List.copyOf(sorting.sorted.values()), sorting.hostsOfPath, nobodys);
    }

    private String nameless() {
        return option == null ? HostNames.UNKNOWN : option;
    }

    private void log(LogOutcome outcome, TreeFindings tree) {
        Map<String, List<Tape>> tapes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        outcome.tapes()
                .forEach((name, tape) -> tapes.computeIfAbsent(hosts.ofLine(tree, name), h -> new ArrayList<>())
                        .add(tape));
        if (tapes.isEmpty() && outcome.isLog()) {
            Tape tape = outcome.nameless();
            HostOfTree.Named named = option == null ? hosts.of(tree.tree()) : null;
            HostOfTree.Named owner = named == null ? namedByItself(outcome) : named;
            host(owner, owner.by().isEmpty() ? null : owner.by());
            tapes.put(
                    owner.host(),
                    List.of(tape == null ? new Tape(outcome.source().path()) : tape));
        }
        tapes.forEach((name, several) -> {
            HostOfTree.Named own = hosts.all().get(tree.tree());
            String by = own != null && own.host().equalsIgnoreCase(name)
                    ? own.by()
                    : outcome.source().path();
            HostInputs host = host(new HostOfTree.Named(name, by), by);
            host.logs().add(outcome.log(TapeMerge.of(several)));
            host.logTrees().add(tree.tree());
            ClockPair crash = CrashTime.of(outcome.source().path(), outcome.last());
            if (crash != null) {
                host.crashes().add(crash);
            }
            if (tapes.size() == 1) {
                host.pasted().addAll(outcome.pasted());
            }
            speaks(outcome.source().path(), name);
        });
    }

    /** Of a log in a tree of which nothing tells whose it is. */
    private HostOfTree.Named namedByItself(LogOutcome outcome) {
        String given = outcome.given();
        if (option != null) {
            return new HostOfTree.Named(option, OPTION);
        }
        return given == null
                ? new HostOfTree.Named(HostNames.UNKNOWN, "")
                : new HostOfTree.Named(hosts.shown(given), outcome.source().path());
    }

    private boolean captured(TreeFindings tree) {
        HostOfTree.Named owner = hosts.of(tree.tree());
        if (owner == null) {
            return false;
        }
        claim(tree, owner, owner.by());
        return true;
    }

    /** Of trees that no name was found for: they are of the only host of the run, if it has but one. */
    private List<TreeFindings> rest(List<TreeFindings> unclaimed) {
        if (unclaimed.isEmpty() || sorted.size() > 1) {
            return unclaimed;
        }
        HostInputs only = sorted.isEmpty() ? null : sorted.values().iterator().next();
        String name = only == null ? nameless() : only.name();
        unclaimed.forEach(t -> claim(t, new HostOfTree.Named(name, ""), only == null ? option : only.namedBy()));
        return List.of();
    }

    private void claim(TreeFindings tree, HostOfTree.Named owner, @Nullable String by) {
        host(owner, by).trees().add(tree);
        tree.captured().forEach(c -> speaks(c.file().path(), owner.host()));
    }

    private HostInputs host(HostOfTree.Named named, @Nullable String by) {
        return sorted.computeIfAbsent(
                named.host(),
                h -> new HostInputs(
                        h,
                        by,
                        new ArrayList<>(),
                        new ArrayList<>(),
                        new TreeSet<>(),
                        new ArrayList<>(),
                        new ArrayList<>()));
    }

    private void speaks(String path, String host) {
        hostsOfPath
                .computeIfAbsent(path, p -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                .add(host);
    }
}
