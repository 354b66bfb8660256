package org.sockmortem.timeline;

import java.util.OptionalLong;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.LimiterEra;

/**
 * One era of the kernel's rate limiter, seen from the log: which window a line that got through belongs to, when that window could
 * no longer refuse a call, and whether it was used up.
 *
 * <p>All eras share one property, on which every date in a report rests: the note with the number of refused calls is printed by the
 * first call <em>after</em> the window, which may be days later. The note's time says nothing about the time of the loss.
 *
 * <p>An instance serves one limiter in one boot and is told of every visible call in order.
 */
interface RateLimiterModel {
    /**
     * How far a line's stamp may lie from the jiffy that the limiter compared. A jiffy is at most 10 ms (CONFIG_HZ=100), the
     * comparison is strict, and printk() takes its stamp after the call was let through.
     */
    long SLACK_MICROS = 20_000;

    /** The model of an era with these settings. */
    static RateLimiterModel of(LimiterEra era, LimiterSettings settings, boolean sinceBoot) {
        if (settings.intervalMicros() == 0) {
            return new Unlimited();
        }
        return switch (era) {
            case KERNEL_2_4, TOKEN_BUCKET -> new TokenBucket(settings);
            case OLD_WINDOW -> new OldWindow(settings, sinceBoot);
            case NEW_WINDOW, EXACT, UNKNOWN -> new NewWindow(settings);
        };
    }

    /** Whether a call that got through at that moment proves that the open window was over. */
    boolean rolls(LimiterWindow open, Moment at);

    /** Whether that moment is so close to the open window's end that its stamp cannot tell on which side it is. */
    default boolean isOnEdge(LimiterWindow open, Moment at) {
        return Math.abs(at.axisMicros() - endAxis(open)) <= SLACK_MICROS;
    }

    /** Takes note of calls that got through; called after the window took them in. */
    void granted(LimiterWindow window, Moment at, long calls);

    /** The moment after which no call of this window can have been refused. */
    Moment endOf(LimiterWindow window);

    /** Where that moment lies on the axis; asked for every call, so a model answers without making a moment where it can. */
    default long endAxis(LimiterWindow window) {
        return endOf(window).axisMicros();
    }

    /** Whether the visible calls alone used up the window's budget. */
    boolean usedUp(LimiterWindow window);

    /**
     * The end, on the axis, of the window whose budget the last calls before a note are, if they can be one window's; else empty.
     */
    default OptionalLong endOfBudget(LastCalls budget) {
        return OptionalLong.empty();
    }

    /** Whether a note may tell of the window before the open one, since calls that lost a race can be printed ahead of it. */
    default boolean noteMayBeLate() {
        return false;
    }

    /** Microseconds from one moment to another. */
    static long sinceMicros(Moment from, Moment to) {
        return to.axisMicros() - from.axisMicros();
    }
}
