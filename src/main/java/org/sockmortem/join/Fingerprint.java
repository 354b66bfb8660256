package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import org.sockmortem.event.KernelEvent;

/**
 * Enough of a segment's events to know another log of the same time by: the first thousands and the last. Mutable, bounded.
 */
final class Fingerprint {
    /** A power of two. */
    private static final int LIMIT = 1 << 12;

    private final List<Sight> head = new ArrayList<>();
    private long[] tailAxis = new long[0];
    private KernelEvent[] tail = new KernelEvent[0];
    private long behindHead;

    /** The next event, which so many lines say. */
    void add(long axis, KernelEvent event, long times) {
        long left = times;
        for (; left > 0 && head.size() < LIMIT; left--) {
            head.add(new Sight(axis, event));
        }
        if (left > 0 && tail.length == 0) {
            tailAxis = new long[LIMIT];
            tail = new KernelEvent[LIMIT];
        }
        // of a longer run the end alone would be left
        for (left = Math.min(left, LIMIT); left > 0; left--) {
            int place = place(behindHead++);
            tailAxis[place] = axis;
            tail[place] = event;
        }
    }

    private static int place(long behind) {
        return (int) behind & LIMIT - 1;
    }

    /** The events, in their order; some may be missing in the middle. */
    List<Sight> sights() {
        List<Sight> all = new ArrayList<>(head);
        for (long i = Math.max(0, behindHead - LIMIT); i < behindHead; i++) {
            int place = place(i);
            all.add(new Sight(tailAxis[place], tail[place]));
        }
        return all;
    }
}
