package org.sockmortem.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which units tell of the same host. A machine id or a boot id tells it, unless so many names have the machine id that it is an image's. A name does where no two machines are known that
 * have it; names that every machine may have, such as {@code localhost}, tell nothing.
 */
final class Grouping {
    private static final Set<String> NO_NAMES =
            Set.of("localhost", "localhost.localdomain", "localhost4", "localhost6", "unknown", "(none)", "");

    private static final int MOST_NAMES = 3;
    private static final Pattern NUMBER = Pattern.compile("~\\d+$");

    private final List<Unit> units;
    private final int[] leader;

    /** A host as one unit tells of it. */
    private record Node(int unit, Done.Host host, boolean isNamed) {
        static Node of(int number, Unit unit, Done.Host host) {
            // what could not be read has its name from its file, which is a host's only where a tool gave it
            boolean told = !host.failed() || HostFolder.hostOf(unit.path()) != null;
            return new Node(number, host, told && !NO_NAMES.contains(plain(host.name())));
        }

        /** Without the number that tells several of one name apart. */
        private static String plain(String name) {
            return NUMBER.matcher(name.toLowerCase(Locale.ROOT)).replaceFirst("");
        }

        String name() {
            return host.name().toLowerCase(Locale.ROOT);
        }
    }

    private Grouping(List<Unit> units) {
        this.units = units;
        leader = new int[units.size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
        }
    }

    /**
     * Puts together what bears one host's name in the names that collecting tools give, such as the archives of each week, so that it is read
     * once.
     *
     * @param units in order
     * @return in order
     */
    static List<Unit> byArchiveName(List<Unit> units) {
        Map<String, List<Unit>> hosts = new TreeMap<>();
        for (Unit unit : units) {
            String host = unit.loose() ? null : HostFolder.hostOf(unit.path());
            boolean named = host != null && !NO_NAMES.contains(host);
            hosts.computeIfAbsent(named ? "host " + host : "unit " + unit.key(), h -> new ArrayList<>())
                    .add(unit);
        }
        return hosts.values().stream().map(Unit::together).sorted().toList();
    }

    /**
     * Parts the units into groups that have no host in common.
     *
     * @param units in order
     * @param hosts what each of them tells of
     * @return the units' indices, each group in order, the groups in the order of their first unit
     */
    static List<List<Integer>> of(List<Unit> units, List<List<Done.Host>> hosts) {
        Grouping grouping = new Grouping(units);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            for (Done.Host host : hosts.get(i)) {
                nodes.add(Node.of(i, units.get(i), host));
            }
        }
        grouping.byId(nodes);
        grouping.byName(nodes);
        grouping.byFolder(nodes);
        Map<Integer, List<Integer>> groups = new TreeMap<>();
        for (int i = 0; i < units.size(); i++) {
            groups.computeIfAbsent(grouping.find(i), l -> new ArrayList<>()).add(i);
        }
        return List.copyOf(groups.values());
    }

    private void byId(List<Node> nodes) {
        Map<String, Set<String>> names = new HashMap<>();
        for (Node node : nodes) {
            String machine = node.host.machineId();
            if (machine != null) {
                names.computeIfAbsent(machine, m -> new HashSet<>()).add(node.name());
            }
        }
        Map<String, Integer> first = new HashMap<>();
        for (Node node : nodes) {
            String machine = node.host.machineId();
            if (machine != null && names.getOrDefault(machine, Set.of()).size() <= MOST_NAMES) {
                unite(first.computeIfAbsent(machine, m -> node.unit), node.unit);
            }
            for (String boot : node.host.bootIds()) {
                unite(first.computeIfAbsent(boot, b -> node.unit), node.unit);
            }
        }
    }

    private void byName(List<Node> nodes) {
        Map<String, Set<String>> machines = new HashMap<>();
        for (Node node : nodes) {
            String machine = node.host.machineId();
            if (node.isNamed && machine != null) {
                machines.computeIfAbsent(node.name(), n -> new HashSet<>()).add(machine);
            }
        }
        Map<String, Integer> first = new HashMap<>();
        for (Node node : nodes) {
            boolean several = machines.getOrDefault(node.name(), Set.of()).size() > 1;
            // where several machines have the name, those of unknown machine are only each other's
            if (node.isNamed && !(several && node.host.machineId() != null)) {
                unite(first.computeIfAbsent(node.name(), n -> node.unit), node.unit);
            }
        }
    }

    /** A log that names no host is of the only host that other logs of its folder name. */
    private void byFolder(List<Node> nodes) {
        Map<String, Set<String>> names = new HashMap<>();
        Map<String, Integer> named = new HashMap<>();
        for (Node node : nodes) {
            Unit unit = units.get(node.unit);
            if (unit.loose() && !node.host.failed() && !node.name().equals("unknown")) {
                names.computeIfAbsent(unit.folder(), f -> new HashSet<>()).add(node.name());
                named.putIfAbsent(unit.folder(), node.unit);
            }
        }
        for (Node node : nodes) {
            Unit unit = units.get(node.unit);
            boolean nameless = unit.loose() && node.host.speaks() && node.name().equals("unknown");
            if (nameless && names.getOrDefault(unit.folder(), Set.of()).size() == 1) {
                unite(named.getOrDefault(unit.folder(), node.unit), node.unit);
            }
        }
    }

    private int find(int unit) {
        int top = unit;
        while (leader[top] != top) {
            leader[top] = leader[leader[top]];
            top = leader[top];
        }
        return top;
    }

    private void unite(int one, int other) {
        int a = find(one);
        int b = find(other);
        // the first unit leads, so that the order of the groups does not depend on that of the reasons
        leader[Math.max(a, b)] = Math.min(a, b);
    }
}
