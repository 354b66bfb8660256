package org.sockmortem.timeline;

import static org.sockmortem.timeline.RateLimiterModel.sinceMicros;

import java.util.OptionalLong;
import org.sockmortem.clock.Moment;

/**
 * {@code ___ratelimit()} of lib/ratelimit.c, 4.8 and later (also RHEL 7.7): the first call after a window ends it, prints the note
 * and is the first of the next window, whose clock starts at once ({@code rs->begin = jiffies}).
 *
 * <p>A window is therefore [t(first), t(first) + interval], the first {@code burst} calls in it are printed, and every refused call
 * lies between the last printed one and the window's end.
 *
 * <p>From 6.16 the budget is handed out by an atomic counter that is refilled before the note is printed, so calls of the new window
 * on other CPUs can precede the note by a moment; otherwise the rules are the same. Where the era is unknown these rules are used
 * too, since kernels older than 4.8 that say {@code net_ratelimit:} are few by now; the report says so.
 */
final class NewWindow implements RateLimiterModel {
    private final LimiterSettings settings;

    NewWindow(LimiterSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean rolls(LimiterWindow open, Moment at) {
        long since = sinceMicros(open.first(), at);
        if (since > settings.intervalMicros() + SLACK_MICROS) {
            return true;
        }
        // a full window lets nothing through, so the line is the next one's, unless it comes so early that the budget
        // must be larger
        // than we think
        long slack = Math.max(SLACK_MICROS, open.resolutionMicros());
        return open.calls() >= settings.burst() && since >= settings.intervalMicros() - slack;
    }

    @Override
    public void granted(LimiterWindow window, Moment at, long calls) {}

    @Override
    public Moment endOf(LimiterWindow window) {
        return window.first().plusMicros(settings.intervalMicros());
    }

    @Override
    public long endAxis(LimiterWindow window) {
        return window.first().axisMicros() + settings.intervalMicros();
    }

    @Override
    public boolean usedUp(LimiterWindow window) {
        return window.calls() >= settings.burst();
    }

    @Override
    public boolean noteMayBeLate() {
        return true;
    }

    @Override
    public OptionalLong endOfBudget(LastCalls budget) {
        long end = budget.first() + settings.intervalMicros();
        return budget.last() <= end + SLACK_MICROS ? OptionalLong.of(end) : OptionalLong.empty();
    }
}
