package org.sockmortem.diagnosis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Something to do, or not to do.
 *
 * @param kind what sort of act
 * @param text what and why, with commands
 * @param set sysctls to values, in the order to write them; empty unless the kind is {@link Kind#SET}
 */
public record Remedy(Kind kind, String text, Map<String, String> set) {
    /** Copies the map, keeping its order. */
    public Remedy {
        set = Collections.unmodifiableMap(new LinkedHashMap<>(set));
    }

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.?]) ");
    private static final Pattern COMMANDS = Pattern.compile("(?<=:) ");

    /** A line of a ticket, with room for a word before it. */
    private static final int SHORT = 110;

    /**
     * The first sentence of the text: what to do, without why and at what price. It begins with the verb, ends with a full stop, and goes without its commands where they
     * make it long.
     */
    public String brief() {
        String first = SENTENCE.split(text, 2)[0];
        String brief = first.length() > SHORT ? COMMANDS.split(first, 2)[0] : first;
        return brief.replaceFirst("[.:?]+$", "") + ".";
    }

    /** What sort of act. */
    public enum Kind {
        /** Change a sysctl. */
        SET("set"),
        /** Change a program. */
        APPLICATION("application"),
        /** Collect what is missing. */
        COLLECT("collect"),
        /** Leave alone what popular advice would change. */
        DO_NOT("do-not");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The name in reports. */
        public String id() {
            return id;
        }

        @Override
        public String toString() {
            return id;
        }
    }
}
