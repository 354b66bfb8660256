package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of many lines the first twenty and the last, for proof. Mutable; its memory does not grow with the lines. */
final class LineSample {
    private static final int FIRST_LINES = 20;

    private final List<Kept> first = new ArrayList<>(2);
    private @Nullable TimedEvent last;
    private long lastBehind;
    private long seen;

    /** A line, so many lines behind that of an event which says the same. Made an event only when it is cited. */
    private record Kept(TimedEvent event, long behind) {}

    /** The next line, so many lines behind that of the event. */
    void add(TimedEvent event, long behind) {
        seen++;
        keep(event, behind);
    }

    /** Lines that come later. */
    void addAll(LineSample later) {
        seen += later.seen;
        int count = later.first.size();
        // of those beyond the first only the last counts
        int from = first.size() < FIRST_LINES ? 0 : count - 1;
        for (int i = from; i < count; i++) {
            Kept line = later.first.get(i);
            keep(line.event, line.behind);
        }
        if (later.last != null) {
            keep(later.last, later.lastBehind);
        }
    }

    private void keep(TimedEvent event, long behind) {
        if (first.size() < FIRST_LINES) {
            first.add(new Kept(event, behind));
        } else {
            last = event;
            lastBehind = behind;
        }
    }

    /** The kept ones, in order. */
    List<TimedEvent> kept() {
        List<TimedEvent> kept = new ArrayList<>(first.size() + 1);
        first.forEach(l -> kept.add(l.event.linesOn(l.behind)));
        if (last != null) {
            kept.add(last.linesOn(lastBehind));
        }
        return kept;
    }

    /** All lines that were added. */
    long seen() {
        return seen;
    }
}
