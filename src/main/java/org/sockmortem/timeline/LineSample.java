package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of many lines the first twenty and the last, for proof. Mutable; its memory does not grow with the lines. */
final class LineSample {
    private static final int FIRST_LINES = 20;

    private @Nullable Run first;
    private @Nullable Run newest;
    private int held;
    private @Nullable TimedEvent last;
    private long lastBehind;
    private long seen;

    /** Lines that follow each other, the first so many behind that of an event which says the same. Made events only when they are cited. */
    private static final class Run {
        final TimedEvent event;
        final long behind;
        final int lines;

        @Nullable
        Run next;

        Run(TimedEvent event, long behind, int lines) {
            this.event = event;
            this.behind = behind;
            this.lines = lines;
        }
    }

    /** The next lines, one after the other, the first so many behind that of the event. */
    void add(TimedEvent event, long behind, long lines) {
        seen += lines;
        keep(event, behind, lines);
    }

    private void keep(TimedEvent event, long behind, long lines) {
        int taken = (int) Math.min(lines, FIRST_LINES - held);
        if (taken > 0) {
            hold(new Run(event, behind, taken));
        }
        if (taken < lines) {
            last = event;
            lastBehind = behind + lines - 1;
        }
    }

    private void hold(Run run) {
        if (newest == null) {
            first = run;
        } else {
            newest.next = run;
        }
        newest = run;
        held += run.lines;
    }

    /** Lines that come later. */
    void addAll(LineSample later) {
        seen += later.seen;
        // when this one is full, of the other only its last line counts
        for (Run run = held < FIRST_LINES ? later.first : later.newest; run != null; run = run.next) {
            keep(run.event, run.behind, run.lines);
        }
        if (later.last != null) {
            keep(later.last, later.lastBehind, 1);
        }
    }

    /** The kept ones, in order. */
    List<TimedEvent> kept() {
        List<TimedEvent> kept = new ArrayList<>(held + 1);
        for (Run run = first; run != null; run = run.next) {
            for (int i = 0; i < run.lines; i++) {
                kept.add(run.event.linesOn(run.behind + i));
            }
        }
        if (last != null) {
            kept.add(last.linesOn(lastBehind));
        }
        return kept;
    }

    /** How many are kept. */
    int held() {
        return held + (last == null ? 0 : 1);
    }

    /** All lines that were added. */
    long seen() {
        return seen;
    }
}
