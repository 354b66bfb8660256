package org.sockmortem.timeline;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * In which context lines were printed, where the log has printk's caller ids (CONFIG_PRINTK_CALLER, 5.1 and later): {@code T} and a thread's id in the time of a task,
 * {@code C} and a CPU's number in an interrupt or a softirq (printk_caller_id(), kernel/printk/printk.c).
 *
 * @param lines with or without an id; notes of repetition are none
 * @param interrupts lines with a {@code C}
 * @param tasks lines with a {@code T}
 * @param threads lines of each thread, by its id; of a hundred threads at most
 */
public record Callers(long lines, long interrupts, long tasks, Map<Long, Long> threads) {
    /** No line that has an id. */
    public static final Callers NONE = new Callers(0, 0, 0, Map.of());

    /** Copies the map, in the order of the threads' ids. */
    public Callers {
        threads = threads.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(threads));
    }

    /** The lines of both; more than a hundred threads are possible. */
    public Callers plus(Callers other) {
        Map<Long, Long> all = new TreeMap<>(threads);
        other.threads.forEach((thread, count) -> all.merge(thread, count, Long::sum));
        return new Callers(lines + other.lines, interrupts + other.interrupts, tasks + other.tasks, all);
    }

    /** Whether any line has an id. */
    public boolean isTold() {
        return interrupts + tasks > 0;
    }
}
