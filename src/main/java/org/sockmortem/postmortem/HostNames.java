package org.sockmortem.postmortem;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * How hosts are told apart by name: not by case, nor by a dot at the end, and a short name is the full name that begins with it, where there
 * is only one.
 */
final class HostNames {
    /** The host of logs that name none. */
    static final String UNKNOWN = "unknown";

    /** What a host is called that does not know its name, yet or ever. */
    private static final Pattern NOBODY =
            Pattern.compile("localhost(?:[.]localdomain)?|localhost[46](?:[.].*)?|[(]none[)]|linux|kernel|" + UNKNOWN);

    private final Map<String, String> canonical = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    private HostNames() {}

    /**
     * The names of a run.
     *
     * @param inLines names that lines bear; of a short and a full name, what lines say is shown
     * @param elsewhere names that files tell
     */
    static HostNames of(Set<String> inLines, Set<String> elsewhere) {
        HostNames names = new HostNames();
        Map<String, Set<String>> full = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(inLines);
        all.addAll(elsewhere);
        for (String name : all) {
            int dot = name.indexOf('.');
            if (dot > 0 && !isAddress(name)) {
                full.computeIfAbsent(name.substring(0, dot), s -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER))
                        .add(name);
            }
        }
        for (String name : all) {
            Set<String> longer = full.getOrDefault(name, Set.of());
            if (longer.size() == 1 && !isNobody(name)) {
                String whole = longer.iterator().next();
                String shown = inLines.contains(name) && !inLines.contains(whole) ? name : whole;
                names.canonical.put(name, shown);
                names.canonical.put(whole, shown);
            }
        }
        all.forEach(n -> names.canonical.putIfAbsent(n, n));
        return names;
    }

    /** A dotted number is no name of several labels. */
    private static boolean isAddress(String name) {
        return name.matches("[0-9.]+") || name.contains(":");
    }

    /** The name under which the host is shown. */
    String shown(String name) {
        return canonical.getOrDefault(name, name);
    }

    /** Whether the name tells one host from others. */
    static boolean isNobody(String name) {
        return NOBODY.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** The name without a trailing dot, an address without its zone. */
    static String normal(String name) {
        int zone = name.indexOf(':') >= 0 ? name.indexOf('%') : -1;
        String bare = zone > 0 ? name.substring(0, zone) : name;
        return bare.length() > 1 && bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
    }
}
