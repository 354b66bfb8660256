package org.sockmortem.timeline;

import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;

/** What one signal said within one window: its lines, parted where they are silent for longer than the gap. Mutable. */
final class SignalShare {
    private final Signal signal;
    private final @Nullable SignalShare older;
    private @Nullable Stretch first;
    private @Nullable Stretch last;
    private long calls;
    private boolean latched;

    /** The share of a signal, and that of the signal that was first heard before it in the window. */
    SignalShare(Signal signal, @Nullable SignalShare older) {
        this.signal = signal;
        this.older = older;
    }

    Signal signal() {
        return signal;
    }

    @Nullable
    SignalShare older() {
        return older;
    }

    /** Lines without a longer silence between them. Almost always a window has one stretch of a signal. */
    static final class Stretch {
        private final Moment first;
        private final LineSample lines = new LineSample();
        private Moment last;
        private long printed;
        private long repeated;
        private @Nullable CallerCount callers;
        private @Nullable Stretch next;

        private Stretch(Moment at) {
            this.first = at;
            this.last = at;
        }

        Moment first() {
            return first;
        }

        Moment last() {
            return last;
        }

        long printed() {
            return printed;
        }

        long repeated() {
            return repeated;
        }

        LineSample lines() {
            return lines;
        }

        /** The callers of its lines, or {@code null} where no line tells its own. */
        @Nullable
        CallerCount callers() {
            return callers;
        }

        /** The next one in the window, or {@code null}. */
        @Nullable
        Stretch next() {
            return next;
        }

        private void add(TimedEvent line, long behind, long times) {
            printed += times;
            lines.add(line, behind, times);
            String caller = line.caller();
            if (caller != null) {
                CallerCount known = callers;
                if (known == null) {
                    known = new CallerCount();
                    callers = known;
                }
                known.add(caller, times);
            }
        }
    }

    /** Lines of the signal, one after the other, of which the first is so many behind that of the event; all say the same at one moment. */
    void addLines(TimedEvent line, long behind, long times, long gapMicros) {
        at(line.at(), gapMicros).add(line, behind, times);
        calls += times;
    }

    /**
     * A note that the signal's line came again so many times.
     *
     * @param upTo until when the copies came, as far as can be told
     */
    void addRepeats(TimedEvent note, long times, Moment upTo, long gapMicros) {
        Stretch stretch = at(upTo, gapMicros);
        stretch.repeated += times;
        stretch.lines.add(note, 0, 1);
        calls += times;
    }

    private Stretch at(Moment at, long gapMicros) {
        Stretch before = last;
        Stretch stretch = before;
        if (stretch == null || at.axisMicros() - stretch.last.axisMicros() > gapMicros) {
            stretch = new Stretch(at);
            last = stretch;
            if (before == null) {
                first = stretch;
            } else {
                before.next = stretch;
            }
        }
        if (at.compareTo(stretch.last) > 0) {
            stretch.last = at;
        }
        return stretch;
    }

    /** Says that the signal speaks once for each socket, so that its lines are no measure of its share. */
    void markLatched() {
        latched = true;
    }

    /** Its first stretch, which leads to the others; {@code null} before its first line. */
    @Nullable
    Stretch first() {
        return first;
    }

    /** Visible calls, for apportioning. */
    long weight() {
        return latched ? 0 : calls;
    }
}
