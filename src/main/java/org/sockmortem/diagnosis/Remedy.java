package org.sockmortem.diagnosis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
