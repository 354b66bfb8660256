package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;

/** A burst as it grows. Mutable; its memory does not grow with the burst. */
final class OpenBurst {
    private static final int WINDOW_LIMIT = 1_000;

    private final Signal signal;
    private Moment start;
    private final long intervalMicros;
    private final EvidenceList evidence = new EvidenceList();
    private final CallerCount callers = new CallerCount();
    private final List<BurstWindow> windows = new ArrayList<>(2);
    private Moment lastPrinted;
    private Moment silentFrom;
    private @Nullable Moment lastFullEnd;
    private long printed;
    private long repeated;
    private long likely;
    private final long notedBefore;
    private long max;
    private boolean headUnknown;
    private boolean linesMissing;
    private boolean tailUnknown;

    /**
     * A burst whose first line is at that moment.
     *
     * @param notedBefore refused calls told by notes of its boot that cannot have been the burst's
     */
    OpenBurst(Signal signal, Moment start, long intervalMicros, long notedBefore) {
        this.signal = signal;
        this.start = start;
        this.intervalMicros = intervalMicros;
        this.lastPrinted = start;
        this.silentFrom = start;
        this.notedBefore = notedBefore;
    }

    /** Microseconds from the end of what is known of it to that moment. */
    long silenceBefore(Moment at) {
        return at.axisMicros() - silentFrom.axisMicros();
    }

    /**
     * Lines of a window.
     *
     * @param leading whether they are the signal's first in the window
     * @param trailing whether they are its last: what was refused came after them
     * @param share what of the window's note is likely the signal's
     */
    void add(LimiterWindow window, SignalShare.Stretch stretch, boolean leading, boolean trailing, long share) {
        if (!start.isTimed() && stretch.last().isTimed()) {
            // its first line was torn off from its stamp: from here on it is known to have been under way
            start = stretch.first().isTimed() ? stretch.first() : stretch.last();
            headUnknown = true;
        }
        printed += stretch.printed();
        repeated += stretch.repeated();
        evidence.addLines(stretch.lines());
        if (stretch.callers() != null) {
            callers.addAll(stretch.callers());
        }
        lastPrinted = later(lastPrinted, stretch.last());
        silentFrom = later(silentFrom, stretch.last());
        headUnknown |= window.headCut() && leading;
        linesMissing |= window.linesMissing();
        Moment from = leading ? window.first() : stretch.first();
        if (trailing) {
            Moment to = window.usedUp() ? window.end() : window.first().plusMicros(intervalMicros);
            close(window, new BurstWindow(from, later(to, from), stretch.printed(), share));
        } else {
            keep(new BurstWindow(from, stretch.last(), stretch.printed(), 0));
        }
    }

    /** A window without a line of the signal, between two that have one. */
    void reachOver(LimiterWindow window, long share) {
        close(window, new BurstWindow(window.first(), window.end(), 0, share));
    }

    private void close(LimiterWindow window, BurstWindow shown) {
        tailUnknown = window.usedUp() && window.note() == null && !window.followed();
        likely = Math.addExact(likely, shown.suppressed());
        if (window.usedUp()) {
            lastFullEnd = window.end();
            silentFrom = later(silentFrom, window.end());
        }
        LimiterWindow.Note note = window.note();
        if (note != null) {
            evidence.addNote(note);
        }
        keep(shown);
    }

    private void keep(BurstWindow window) {
        windows.add(window);
        if (windows.size() >= 2 * WINDOW_LIMIT) {
            mergeNeighbours();
        }
    }

    private void mergeNeighbours() {
        List<BurstWindow> merged = new ArrayList<>(WINDOW_LIMIT);
        for (int i = 0; i + 1 < windows.size(); i += 2) {
            BurstWindow a = windows.get(i);
            BurstWindow b = windows.get(i + 1);
            merged.add(new BurstWindow(a.from(), b.to(), a.printed() + b.printed(), a.suppressed() + b.suppressed()));
        }
        if (windows.size() % 2 == 1) {
            merged.add(windows.get(windows.size() - 1));
        }
        windows.clear();
        windows.addAll(merged);
    }

    /** No more notes are of the burst; so many refused calls were told by the notes of its boot. */
    void noted(long callbacks) {
        max = callbacks - notedBefore;
    }

    private static Moment later(Moment a, Moment b) {
        return b.compareTo(a) > 0 ? b : a;
    }

    /** The burst as a value, without its host and number. */
    Burst finish(int boot) {
        Moment end = lastFullEnd == null ? lastPrinted : later(lastPrinted, lastFullEnd);
        if (windows.size() > WINDOW_LIMIT) {
            mergeNeighbours();
        }
        List<BurstWindow> shown = windows.stream()
                .map(w -> w.to().compareTo(end) <= 0 ? w : new BurstWindow(w.from(), end, w.printed(), w.suppressed()))
                .toList();
        return new Burst(
                "",
                0,
                signal,
                boot,
                start,
                lastPrinted,
                end,
                printed,
                repeated,
                Suppressed.upTo(likely, Math.max(max, likely)),
                headUnknown,
                tailUnknown,
                linesMissing,
                peak(shown),
                shown,
                evidence.citations(),
                evidence.omitted(),
                callers.counted(printed));
    }

    private static @Nullable Double peak(List<BurstWindow> windows) {
        Double peak = null;
        for (BurstWindow window : windows) {
            double seconds = window.to().secondsSince(window.from());
            if (seconds >= 1) {
                double rate = (window.printed() + window.suppressed()) / seconds;
                peak = peak == null || rate > peak ? Double.valueOf(rate) : peak;
            }
        }
        return peak;
    }
}
