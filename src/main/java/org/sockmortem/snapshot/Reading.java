package org.sockmortem.snapshot;

import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/**
 * One captured value: a sysctl or a figure from /proc.
 *
 * @param name as the kernel spells it, such as {@code net.ipv4.tcp_max_orphans}
 * @param value the text as captured, blanks folded, or {@code null} unless known
 * @param state whether there is a value
 * @param path the file it is from
 * @param line its line there, or 0
 * @param takenAt when the host was asked, or {@code null} where nothing tells
 */
public record Reading(
        String name,
        @Nullable String value,
        State state,
        String path,
        long line,
        @Nullable Moment takenAt) {

    /** A reading of unknown time. */
    public Reading(String name, @Nullable String value, State state, String path, long line) {
        this(name, value, state, path, line, null);
    }

    /** The same reading, taken then. */
    public Reading takenAt(@Nullable Moment moment) {
        return new Reading(name, value, state, path, line, moment);
    }

    /**
     * Whether it stands in a file that is to be applied at boot, which need not be what the kernel had. What {@code sysctl -a} printed
     * or {@code /proc} held was the kernel's at the time of the capture.
     */
    public boolean isConfigured() {
        return path.endsWith(".conf") || path.startsWith("etc/") || path.contains("/etc/");
    }

    /** Whether a value is there. */
    public enum State {
        /** Captured. */
        KNOWN("known"),
        /** Not captured. */
        MISSING("missing"),
        /** Captured, but an error message or nonsense stands in its place. */
        UNREADABLE("unreadable");

        private final String id;

        State(String id) {
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
