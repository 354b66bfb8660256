package org.sockmortem.postmortem;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The hosts of a run, by the names that their logs bear. Mutable. */
final class Hosts {
    /** The host of logs that name none. */
    static final String UNKNOWN = "unknown";

    private final PostMortemOptions options;
    private final CapturedState state;
    private final Map<String, HostAnalysis> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Hosts(PostMortemOptions options, CapturedState state) {
        this.options = options;
        this.state = state;
    }

    /** The host of that name; names that differ only in case are one. */
    HostAnalysis named(String name) {
        return byName.computeIfAbsent(normal(name), n -> new HostAnalysis(options, state));
    }

    /** The name without a trailing dot. */
    static String normal(String name) {
        return name.length() > 1 && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /** An analysis that has no name yet. */
    HostAnalysis nameless() {
        return new HostAnalysis(options, state);
    }

    /** Gives a nameless analysis its name; false where that name is taken. */
    boolean claim(String name, HostAnalysis nameless) {
        return byName.putIfAbsent(normal(name), nameless) == null;
    }

    /** The analysis of that name if there is one. */
    @Nullable
    HostAnalysis find(String name) {
        return byName.get(normal(name));
    }

    /** All of them, by name. */
    Map<String, HostAnalysis> all() {
        return byName;
    }
}
