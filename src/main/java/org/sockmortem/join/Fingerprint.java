package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import org.sockmortem.event.KernelEvent;

/**
 * Enough of a segment's events to know another log of the same time by: the first thousands and the last. Mutable, bounded.
 */
final class Fingerprint {
    private static final int LIMIT = 4_096;

    private final List<Sight> head = new ArrayList<>();
    private long[] tailAxis = new long[0];
    private KernelEvent[] tail = new KernelEvent[0];
    private long behindHead;

    void add(long axis, KernelEvent event) {
        if (head.size() < LIMIT) {
            head.add(new Sight(axis, event));
            return;
        }
        if (tail.length == 0) {
            tailAxis = new long[LIMIT];
            tail = new KernelEvent[LIMIT];
        }
        int place = (int) (behindHead++ % LIMIT);
        tailAxis[place] = axis;
        tail[place] = event;
    }

    /** The events, in their order; some may be missing in the middle. */
    List<Sight> sights() {
        List<Sight> all = new ArrayList<>(head);
        for (long i = Math.max(0, behindHead - LIMIT); i < behindHead; i++) {
            int place = (int) (i % LIMIT);
            all.add(new Sight(tailAxis[place], tail[place]));
        }
        return all;
    }
}
