package org.sockmortem.source.box;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How much boxes may hold before they are taken to be hostile. Immutable. */
public final class Limits {
    /** A limit and what it is where nobody says otherwise. */
    public enum Name {
        /** Bytes of one member. */
        ENTRY_SIZE("entry-size", 64L << 30),
        /** Bytes that come out of all boxes of one file. */
        TOTAL_SIZE("total-size", 512L << 30),
        /**
         * Bytes that come out of a compression for one that goes in, beyond the first gibibyte. gzip gives 1,032 at most; a flood of lines that
         * differ in their stamps gives 20 to 200.
         */
        RATIO("ratio", 1000),
        /** Boxes in boxes; a compressed archive is two. */
        DEPTH("depth", 16),
        /** Members of all boxes of one file. */
        COUNT("count", 10_000_000),
        /** Bytes of a member's name; PATH_MAX of Linux. */
        NAME_LENGTH("name-length", 4096);

        private final String id;
        private final long usual;

        Name(String id, long usual) {
            this.id = id;
            this.usual = usual;
        }

        /** As users write it. */
        public String id() {
            return id;
        }

        /** The limit of that name, or {@code null}. */
        public static @Nullable Name of(String id) {
            return Arrays.stream(values())
                    .filter(n -> n.id.equals(id))
                    .findFirst()
                    .orElse(null);
        }

        /** All names, as users write them. */
        public static List<String> ids() {
            return Arrays.stream(values()).map(Name::id).toList();
        }
    }

    /** What is usual. */
    public static final Limits USUAL = new Limits(Map.of());

    private final Map<Name, Long> values = new EnumMap<>(Name.class);

    private Limits(Map<Name, Long> others) {
        for (Name name : Name.values()) {
            values.put(name, others.getOrDefault(name, name.usual));
        }
    }

    /** These limits where they are named, the usual ones otherwise. */
    public static Limits of(Map<Name, Long> others) {
        return new Limits(others);
    }

    /** Its value, at least 1. */
    public long get(Name name) {
        return values.getOrDefault(name, name.usual);
    }

    /** All of them and what they are. */
    @Override
    public String toString() {
        return values.toString();
    }

    /** What is thrown where it was reached. */
    LimitReached reached(Name name, String what) {
        return new LimitReached(what + " (--limit " + name.id + "=" + get(name) + "); the rest was not read.");
    }
}
