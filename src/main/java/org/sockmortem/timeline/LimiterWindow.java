package org.sockmortem.timeline;

import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/**
 * One window of a limiter as it is being filled: who spoke in it, how many calls its note tells of, when it ended. Mutable; owned by
 * {@link LimiterTrack} until it is closed, then by {@link BurstAssembler}.
 */
final class LimiterWindow {
    private final SignalShares shares = new SignalShares();
    private final boolean continuesBudget;
    private Moment first;
    private Moment last;
    private Moment end;
    private long calls;
    private long otherCalls;
    private long suppressed;
    private @Nullable Note note;
    private boolean usedUp;
    private boolean followed;
    private boolean headCut;
    private boolean linesMissing;

    /** A note, and where it stands. */
    record Note(long callbacks, TimedEvent event) {}

    /**
     * A window that begins at that moment.
     *
     * @param continuesBudget whether calls before it, too far back to be one stretch of time with it, count against its budget
     */
    LimiterWindow(Moment begin, boolean continuesBudget) {
        this.first = begin;
        this.last = begin;
        this.end = begin;
        this.continuesBudget = continuesBudget;
    }

    /** Takes in calls that got through. */
    void add(Moment at, long added) {
        if (calls == 0) {
            first = at;
        }
        last = at;
        calls += added;
    }

    /** A call of a user that is none of ours. */
    void addOther(long added) {
        otherCalls += added;
    }

    /** What the window's note says; a second note of the same window, as after a lost line, adds up. */
    void noted(Note told) {
        suppressed = Math.addExact(suppressed, told.callbacks());
        note = told;
    }

    /** Closes it. */
    void close(Moment endByModel, boolean budgetUsedUp) {
        end = endByModel;
        usedUp = budgetUsedUp;
    }

    void markFollowed() {
        followed = true;
    }

    void markHeadCut() {
        headCut = true;
    }

    void markLinesMissing() {
        linesMissing = true;
    }

    SignalShares shares() {
        return shares;
    }

    boolean continuesBudget() {
        return continuesBudget;
    }

    /** The first visible call, or the note that began the window where none is visible. */
    Moment first() {
        return first;
    }

    Moment last() {
        return last;
    }

    /** The end by the model; meaningful once closed. */
    Moment end() {
        return end;
    }

    /** Visible calls of all users. */
    long calls() {
        return calls;
    }

    long otherCalls() {
        return otherCalls;
    }

    /** Refused calls of all users, by its notes. */
    long suppressed() {
        return suppressed;
    }

    @Nullable
    Note note() {
        return note;
    }

    @Nullable
    Moment noteAt() {
        Note told = note;
        return told == null ? null : told.event().at();
    }

    boolean usedUp() {
        return usedUp;
    }

    /** Whether a later call is visible: then a missing note means that nothing was refused. */
    boolean followed() {
        return followed;
    }

    boolean headCut() {
        return headCut;
    }

    boolean linesMissing() {
        return linesMissing;
    }

    /** How coarse its stamps are, in microseconds. */
    long resolutionMicros() {
        return Math.max(first.plusMinusMicros(), last.plusMinusMicros());
    }

    /** When no more calls of it are to be expected: its end if the budget was used up, else its last visible call. */
    Moment silenceFrom() {
        return usedUp && end.compareTo(last) > 0 ? end : last;
    }
}
