package org.sockmortem.diagnosis.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All sysctls that the program knows: the files named in {@code index.txt}, read once. */
public final class Catalogue {
    private static final Catalogue ALL = new Catalogue(Blocks.words(Catalogue.class, "index.txt"));

    private final Map<String, Sysctl> byName = new TreeMap<>();
    private final Map<String, Sysctl> byAnyName = new HashMap<>();

    private Catalogue(List<String> names) {
        names.stream().map(n -> SysctlFile.read(n + ".txt")).forEach(this::add);
        // A last word such as tcp_mem stands for the whole name, unless it is some other's whole name.
        byName.values().forEach(s -> byAnyName.putIfAbsent(leaf(s.name()), s));
    }

    private void add(Sysctl sysctl) {
        byName.put(sysctl.name(), sysctl);
        byAnyName.put(sysctl.name(), sysctl);
        sysctl.aliases().forEach(a -> byAnyName.put(a, sysctl));
    }

    private static String leaf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** All of them, by name. */
    public static Collection<Sysctl> all() {
        return List.copyOf(ALL.byName.values());
    }

    /** The sysctl of that name, full ({@code net.ipv4.tcp_mem}), by an alias, or its last word alone ({@code tcp_mem}). */
    public static Optional<Sysctl> find(String name) {
        return Optional.ofNullable(ALL.byAnyName.get(name));
    }
}
