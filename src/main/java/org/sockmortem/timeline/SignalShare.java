package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.List;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;

/** What one signal said within one window: its lines, parted where they are silent for longer than the gap. Mutable. */
final class SignalShare {
    private final Signal signal;
    private final List<Stretch> stretches = new ArrayList<>(1);
    private long calls;
    private boolean latched;

    SignalShare(Signal signal) {
        this.signal = signal;
    }

    /** Whose it is. */
    Signal signal() {
        return signal;
    }

    /** Lines without a longer silence between them. */
    static final class Stretch {
        private final Moment first;
        private Moment last;
        private long printed;
        private long repeated;
        private final LineSample lines = new LineSample();
        private final CallerCount callers = new CallerCount();

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

        CallerCount callers() {
            return callers;
        }
    }

    /** A line of the signal, so many lines behind that of the event which says the same at the same moment. */
    void addLine(TimedEvent line, long behind, long gapMicros) {
        Stretch stretch = at(line.at(), gapMicros);
        stretch.printed++;
        stretch.lines.add(line, behind);
        stretch.callers.add(line.caller());
        calls++;
    }

    /**
     * A note that the signal's line came again so many times.
     *
     * @param upTo until when the copies came, as far as can be told
     */
    void addRepeats(TimedEvent note, long times, Moment upTo, long gapMicros) {
        Stretch stretch = at(upTo, gapMicros);
        stretch.repeated += times;
        stretch.lines.add(note, 0);
        calls += times;
    }

    private Stretch at(Moment at, long gapMicros) {
        Stretch stretch = stretches.isEmpty() ? null : stretches.get(stretches.size() - 1);
        if (stretch == null || at.axisMicros() - stretch.last.axisMicros() > gapMicros) {
            stretch = new Stretch(at);
            stretches.add(stretch);
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

    List<Stretch> stretches() {
        return stretches;
    }

    /** Visible calls, for apportioning. */
    long weight() {
        return latched ? 0 : calls;
    }
}
