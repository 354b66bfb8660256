package org.sockmortem.timeline;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts in which context lines were printed, by printk's caller ids. Mutable, bounded. */
final class CallerCount {
    private static final int MOST_THREADS = 100;

    /** An id is {@code T} or {@code C} and a number of at most so many digits. */
    private static final int MOST_DIGITS = 10;

    private @Nullable Map<Long, Long> threads;
    private long interrupts;
    private long tasks;

    /** So many lines with that id; one of any other form counts as none. */
    void add(String id, long times) {
        if (id.length() < 2 || id.length() > 1 + MOST_DIGITS) {
            return;
        }
        if (id.charAt(0) == 'C') {
            interrupts += times;
        } else if (id.charAt(0) == 'T') {
            tasks += times;
            addThread(Long.parseLong(id.substring(1)), times);
        }
    }

    /** The ids of another count. */
    void addAll(CallerCount other) {
        interrupts += other.interrupts;
        tasks += other.tasks;
        if (other.threads != null) {
            other.threads.forEach(this::addThread);
        }
    }

    private void addThread(long id, long count) {
        Map<Long, Long> known = threads;
        if (known == null) {
            known = new TreeMap<>();
            threads = known;
        }
        if (known.size() < MOST_THREADS || known.containsKey(id)) {
            known.merge(id, count, Long::sum);
        }
    }

    /** What was counted among so many lines; none where no line told. */
    Callers counted(long lines) {
        return interrupts + tasks == 0
                ? Callers.NONE
                : new Callers(lines, interrupts, tasks, threads == null ? Map.of() : threads);
    }
}
