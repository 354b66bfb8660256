package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.sockmortem.clock.Moment;

/** Suppressed calls that belong to no signal, by time. Bounded: neighbours are added up beyond some thousands. Mutable. */
final class NoteLedger {
    private static final int LIMIT = 8_192;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Moment at, long callbacks) {}

    /** Refused calls, the last of them about then. */
    void add(Moment at, long callbacks) {
        entries.add(new Entry(at, callbacks));
        if (entries.size() >= LIMIT) {
            halve();
        }
    }

    private void halve() {
        List<Entry> merged = new ArrayList<>(LIMIT);
        for (int i = 0; i + 1 < entries.size(); i += 2) {
            merged.add(new Entry(
                    entries.get(i).at, Math.addExact(entries.get(i).callbacks, entries.get(i + 1).callbacks)));
        }
        entries.clear();
        entries.addAll(merged);
    }

    /** The sum of those at such moments. */
    long sum(Predicate<Moment> at) {
        long sum = 0;
        for (Entry entry : entries) {
            if (at.test(entry.at)) {
                sum = Math.addExact(sum, entry.callbacks);
            }
        }
        return sum;
    }
}
