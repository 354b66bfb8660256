package org.sockmortem.timeline;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;

/**
 * One limiter in one boot: cuts the visible calls into windows and lays each note on the window that it tells of.
 *
 * <p>A note belongs to the last window that was over when it was printed. That is the open window, except where calls on other CPUs
 * were printed ahead of the note (6.16 and later): then a window that has only just begun stands between the note and its window.
 */
final class LimiterTrack {
    private final RateLimiterModel model;
    private final LimiterSettings settings;
    private final boolean sinceBoot;
    private final BurstAssembler assembler;
    private final long gapMicros;
    private @Nullable LimiterWindow open;
    private @Nullable LimiterWindow previous;
    private final LastCalls lastCalls;
    private boolean first = true;
    private boolean noted;
    private boolean onEdge;

    /**
     * A track.
     *
     * @param sinceBoot whether the log shows the boot from its beginning
     */
    LimiterTrack(
            RateLimiterModel model,
            LimiterSettings settings,
            boolean sinceBoot,
            BurstAssembler assembler,
            long gapMicros) {
        this.model = model;
        this.settings = settings;
        this.sinceBoot = sinceBoot;
        this.assembler = assembler;
        this.gapMicros = gapMicros;
        this.lastCalls = new LastCalls(settings.burst());
    }

    /** Lines of a signal at one moment, one after the other, of which the event's is the first; each is a call. */
    void lines(TimedEvent first, long times, Signal signal, boolean latched) {
        LimiterWindow window = admit(first.at(), 1);
        long from = 0;
        for (long i = 1; i < times; i++) {
            LimiterWindow next = admit(first.at(), 1);
            if (next != window) {
                // in time, though the window is closed: it is placed when two more are
                share(window, signal, latched).addLines(first, from, i - from, gapMicros);
                from = i;
                window = next;
            }
        }
        share(window, signal, latched).addLines(first, from, times - from, gapMicros);
    }

    private static SignalShare share(LimiterWindow window, Signal signal, boolean latched) {
        SignalShare share = window.shares().of(signal);
        if (latched) {
            share.markLatched();
        }
        return share;
    }

    /** A note that a signal's line came again. */
    void repeats(TimedEvent note, Signal signal, long times) {
        LimiterWindow window = open;
        Moment upTo = note.at();
        if (window == null) {
            window = admit(upTo, times);
        } else {
            // the note comes when another line does or a timer fires; copies that fit the budget are of the line's own
            // window
            if (window.calls() + times <= settings.burst()) {
                upTo = window.last();
            }
            granted(window, upTo, times);
        }
        window.shares().of(signal).addRepeats(note, times, upTo, gapMicros);
    }

    /** A call of another user of the limiter. */
    void other(Moment at, long calls) {
        admit(at, calls).addOther(calls);
    }

    private LimiterWindow admit(Moment at, long calls) {
        LimiterWindow window = open;
        if (window == null) {
            window = begin(at, false);
        }
        onEdge |= window.calls() > 0 && model.isOnEdge(window, at);
        if (window.calls() > 0 && model.rolls(window, at)) {
            window.markFollowed();
            closeOpen(window);
            window = begin(at, false);
        } else if (window.calls() > 0 && model instanceof OldWindow old && old.resumes(window, at)) {
            closeOpen(window);
            window = begin(at, true);
        } else if (window.calls() == 0 && afterAnInterval(window, at)) {
            // the call that printed the note is not visible, nor is anything else of its window, which refused nothing
            window = begin(at, false);
        }
        granted(window, at, calls);
        return window;
    }

    private void granted(LimiterWindow window, Moment at, long calls) {
        window.add(at, calls);
        model.granted(window, at, calls);
        lastCalls.add(at, calls);
    }

    private boolean afterAnInterval(LimiterWindow window, Moment at) {
        return RateLimiterModel.sinceMicros(window.first(), at)
                > settings.intervalMicros() + RateLimiterModel.SLACK_MICROS;
    }

    private LimiterWindow begin(Moment at, boolean continuesBudget) {
        LimiterWindow window = new LimiterWindow(at, continuesBudget);
        open = window;
        return window;
    }

    private void closeOpen(LimiterWindow window) {
        window.close(model.endOf(window), model.usedUp(window));
        shift(window);
    }

    private void shift(LimiterWindow closed) {
        LimiterWindow before = previous;
        if (before != null) {
            assembler.accept(before);
        }
        previous = closed;
        open = null;
        first = false;
    }

    /** A note of this limiter. */
    void note(TimedEvent event, long callbacks) {
        LimiterWindow.Note note = new LimiterWindow.Note(callbacks, event);
        LimiterWindow window = open;
        LimiterWindow before = previous;
        if (window == null) {
            assembler.withoutSubject(note);
            noted = true;
            beginByNote(event.at());
            return;
        }
        if (before != null && before.note() == null && isLate(window, event.at())) {
            before.noted(note);
            before.close(before.end(), true);
            noted = true;
            return;
        }
        tell(window, note);
        noted = true;
        beginByNote(event.at());
    }

    private void beginByNote(Moment at) {
        lastCalls.clear();
        onEdge = false;
        begin(at, false);
    }

    /** A note that may be of another limiter of the same name: it belongs to no signal. */
    void foreignNote(TimedEvent event, long callbacks) {
        assembler.withoutSubject(new LimiterWindow.Note(callbacks, event));
    }

    /** Whether the open window has only just begun, so that a note cannot be its own: that comes an interval later. */
    private boolean isLate(LimiterWindow window, Moment noteAt) {
        long justBegun = Math.max(RateLimiterModel.SLACK_MICROS, window.resolutionMicros());
        return model.noteMayBeLate()
                && window.calls() > 0
                && window.note() == null
                && RateLimiterModel.sinceMicros(window.first(), noteAt)
                        <= Math.min(justBegun, settings.intervalMicros() / 2);
    }

    private void tell(LimiterWindow window, LimiterWindow.Note note) {
        window.noted(note);
        boolean visible = window.calls() > 0;
        Moment end = visible ? model.endOf(window) : window.first().plusMicros(settings.intervalMicros());
        OptionalLong budgetEnd = visible && lastCalls.isBudget() ? model.endOfBudget(lastCalls) : OptionalLong.empty();
        if (budgetEnd.isPresent()) {
            // the calls before a note are its window's whole budget: surer than windows cut at stamps that lie on an
            // edge
            end = window.last().plusMicros(budgetEnd.getAsLong() - window.last().axisMicros());
        } else if (visible && !model.usedUp(window)) {
            if (mayBeginBeforeTheLog()) {
                window.markHeadCut();
                // its first calls are not visible, so its clock started at or before the first that is
                end = model instanceof OldWindow ? window.first().plusMicros(settings.intervalMicros()) : end;
            } else {
                window.markLinesMissing();
            }
        }
        if (model instanceof TokenBucket bucket) {
            bucket.refused();
        }
        window.markFollowed();
        // of a window whose lines have no time only the note tells by when it was over
        window.close(end.isTimed() ? end : note.event().at(), true);
        shift(window);
    }

    private boolean mayBeginBeforeTheLog() {
        return !sinceBoot && !noted && (first || model instanceof TokenBucket);
    }

    /**
     * Where a stamp on a window's edge leaves open how the last windows are cut, and the last calls could be one window's budget, more
     * may have been refused after them.
     */
    private void markUsedUpInDoubt(LimiterWindow last) {
        OptionalLong end = onEdge && lastCalls.isBudget() ? model.endOfBudget(lastCalls) : OptionalLong.empty();
        if (!last.usedUp() && end.isPresent()) {
            last.close(last.last().plusMicros(end.getAsLong() - last.last().axisMicros()), true);
        }
    }

    /** The boot's last line has been seen. */
    void finish() {
        LimiterWindow window = open;
        if (window != null) {
            if (window.calls() > 0) {
                closeOpen(window);
                markUsedUpInDoubt(window);
            }
            open = null;
        }
        LimiterWindow last = previous;
        if (last != null) {
            assembler.accept(last);
        }
        assembler.finish();
    }
}
