package org.sockmortem.fleet;

import java.util.Locale;

/** What came of a host. */
public enum Status {
    /** All of it was read. */
    OK,
    /** Some of it was missing, unreadable or damaged. */
    PARTIAL,
    /** Nothing of it could be analysed. */
    FAILED;

    /** The name in reports. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return id();
    }
}
