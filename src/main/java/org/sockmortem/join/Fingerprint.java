package org.sockmortem.join;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.sockmortem.event.KernelEvent;

/**
 * Enough of a segment's events to know another log of the same time by: the first thousands and the last. Mutable, bounded.
 */
final class Fingerprint {
    private static final int LIMIT = 4_096;

    private final List<Sight> head = new ArrayList<>();
    private final Deque<Sight> tail = new ArrayDeque<>();

    void add(long axis, KernelEvent event) {
        Sight sight = new Sight(axis, event);
        if (head.size() < LIMIT) {
            head.add(sight);
            return;
        }
        tail.addLast(sight);
        if (tail.size() > LIMIT) {
            tail.removeFirst();
        }
    }

    /** The events, in their order; some may be missing in the middle. */
    List<Sight> sights() {
        List<Sight> all = new ArrayList<>(head);
        all.addAll(tail);
        return all;
    }
}
