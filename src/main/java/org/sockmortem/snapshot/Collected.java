package org.sockmortem.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.snapshot.Reading.State;

/** The readings of one file, as its readers find them. */
final class Collected {
    /** More than a host with a thousand network interfaces has; the rest is dropped, for memory must stay bounded whatever the file holds. */
    private static final int MOST = 200_000;

    private final String path;
    private final List<Reading> readings = new ArrayList<>();

    /** Of the file that is cited so. */
    Collected(String path) {
        this.path = path;
    }

    /** How the file is cited. */
    String path() {
        return path;
    }

    /** A value. */
    void known(String name, Object value, long line) {
        add(new Reading(name, value.toString(), State.KNOWN, path, line));
    }

    /** Something else than a value stands in its place. */
    void unreadable(String name, long line) {
        add(new Reading(name, null, State.UNREADABLE, path, line));
    }

    /** A reading that is made already; nothing where there is none. */
    void add(@Nullable Reading reading) {
        if (reading != null && readings.size() < MOST) {
            readings.add(reading);
        }
    }

    boolean isEmpty() {
        return readings.isEmpty();
    }

    /** All of them, in the order in which they were found. */
    List<Reading> readings() {
        return List.copyOf(readings);
    }
}
