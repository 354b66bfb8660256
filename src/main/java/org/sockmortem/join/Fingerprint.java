package org.sockmortem.join;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/**
 * Enough of a segment's events to know another log of the same time by: the first thousands and the last. Mutable, bounded.
 */
final class Fingerprint {
    private static final int LIMIT = 4_096;

    private final List<Sight> head = new ArrayList<>();
    private final Deque<Late> tail = new ArrayDeque<>();

    /** What was seen behind the head at one place on the axis: an event that so many lines say, or events that were passed over. */
    private record Late(
            long axis,
            @Nullable KernelEvent event,
            long times,
            @Nullable Passed passed) {
        void addTo(List<Sight> sights) {
            if (passed != null) {
                passed.read((what, lines) -> add(sights, what, lines));
            } else if (event != null) {
                add(sights, event, times);
            }
        }

        private void add(List<Sight> sights, KernelEvent what, long lines) {
            // of a longer run the end alone would be left
            for (long left = Math.min(lines, LIMIT); left > 0; left--) {
                sights.add(new Sight(axis, what));
            }
        }
    }

    /** The next event, which so many lines say. */
    void add(long axis, KernelEvent event, long times) {
        long left = times;
        for (; left > 0 && head.size() < LIMIT; left--) {
            head.add(new Sight(axis, event));
        }
        if (left > 0) {
            keep(new Late(axis, event, left, null));
        }
    }

    /** Whether the first thousands are there; what follows may be passed over. */
    boolean hasItsHead() {
        return head.size() == LIMIT;
    }

    /** The next events, at one place; {@link #hasItsHead} must hold. */
    void add(long axis, Passed passed) {
        keep(new Late(axis, null, passed.events(), passed));
    }

    private void keep(Late late) {
        if (tail.size() == LIMIT) {
            tail.remove();
        }
        tail.add(late);
    }

    /** The events, in their order; some may be missing in the middle. */
    List<Sight> sights() {
        List<Sight> last = new ArrayList<>();
        newest().forEach(late -> late.addTo(last));
        List<Sight> all = new ArrayList<>(head);
        all.addAll(last.subList(Math.max(0, last.size() - LIMIT), last.size()));
        return all;
    }

    /** Of what was seen behind the head the newest, enough of it, in its order. */
    private Deque<Late> newest() {
        Deque<Late> newest = new ArrayDeque<>();
        long events = 0;
        for (Iterator<Late> back = tail.descendingIterator(); back.hasNext() && events < LIMIT; ) {
            Late late = back.next();
            newest.addFirst(late);
            events += late.times;
        }
        return newest;
    }
}
