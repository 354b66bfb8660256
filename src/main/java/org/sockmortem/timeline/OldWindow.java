package org.sockmortem.timeline;

import static org.sockmortem.timeline.RateLimiterModel.sinceMicros;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/**
 * {@code ___ratelimit()} of lib/ratelimit.c, 2.6.26 to 4.7 (also RHEL 6 and RHEL 7 before 7.7): the first call after a window prints
 * the note and leaves {@code rs->begin = 0}; the clock of the next window starts only with the call after it.
 *
 * <p>A window is therefore its first call, at any time, and then [t(second), t(second) + interval]. Only the very first window since
 * boot starts its clock with its first call, {@code begin} being 0 from the start.
 *
 * <p>With {@code message_burst = 1} the call that starts the clock is itself refused, so nothing visible tells when the window ended;
 * all that can be said then is that it ended before the note.
 */
final class OldWindow implements RateLimiterModel {
    private final LimiterSettings settings;
    private boolean firstSinceBoot;
    private @Nullable Moment clockStart;
    private long calls;

    OldWindow(LimiterSettings settings, boolean sinceBoot) {
        this.settings = settings;
        this.firstSinceBoot = sinceBoot;
    }

    @Override
    public boolean rolls(LimiterWindow open, Moment at) {
        Moment start = clockStart;
        if (start == null) {
            return false;
        }
        long since = sinceMicros(start, at);
        if (since > settings.intervalMicros() + SLACK_MICROS) {
            return true;
        }
        long slack = Math.max(SLACK_MICROS, open.resolutionMicros());
        return calls >= settings.burst() && since >= settings.intervalMicros() - slack;
    }

    @Override
    public void granted(LimiterWindow window, Moment at, long added) {
        if (window.calls() == added && !window.continuesBudget()) {
            calls = 0;
            clockStart = firstSinceBoot ? at : null;
            firstSinceBoot = false;
        } else if (clockStart == null) {
            clockStart = at;
        }
        calls += added;
    }

    /** Whether a line so long after the window's only call belongs to the same budget, though to no common stretch of time. */
    boolean resumes(LimiterWindow open, Moment at) {
        return clockStart == null && sinceMicros(open.first(), at) > settings.intervalMicros() + SLACK_MICROS;
    }

    @Override
    public Moment endOf(LimiterWindow window) {
        Moment start = clockStart;
        Moment end = (start == null ? window.first() : start).plusMicros(settings.intervalMicros());
        Moment note = window.noteAt();
        return settings.burst() <= 1 && note != null ? note : end;
    }

    @Override
    public boolean usedUp(LimiterWindow window) {
        return calls >= settings.burst();
    }

    @Override
    public OptionalLong endOfBudget(LastCalls budget) {
        long end = budget.second() + settings.intervalMicros();
        return budget.last() <= end + SLACK_MICROS ? OptionalLong.of(end) : OptionalLong.empty();
    }
}
