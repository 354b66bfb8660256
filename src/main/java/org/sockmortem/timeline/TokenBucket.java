package org.sockmortem.timeline;

import static org.sockmortem.timeline.RateLimiterModel.sinceMicros;

import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/**
 * {@code __printk_ratelimit()} of kernel/printk.c, 2.6.0 to 2.6.25, and {@code net_ratelimit()} of net/core/utils.c up to 2.4: a
 * bucket of {@code burst} tokens, full at boot, into which a token falls every interval; a call takes one or is refused.
 *
 * <p>An interval after a call that got through, the bucket holds a token again. So the refused calls of a note lie within one
 * interval of the call let through before it, however late the note comes. A steady flood prints one line an interval.
 *
 * <p>Refused calls change nothing in the bucket: its level follows from the visible lines alone, unless others that use the same
 * bucket (printk_ratelimit() in 2.6) are not visible.
 */
final class TokenBucket implements RateLimiterModel {
    private final LimiterSettings settings;
    private long level;
    private @Nullable Moment lastGranted;

    TokenBucket(LimiterSettings settings) {
        this.settings = settings;
        this.level = capacity();
    }

    private long capacity() {
        return Math.multiplyExact(settings.burst(), settings.intervalMicros());
    }

    @Override
    public boolean rolls(LimiterWindow open, Moment at) {
        return usedUp(open) || sinceMicros(open.first(), at) > settings.intervalMicros();
    }

    @Override
    public void granted(LimiterWindow window, Moment at, long calls) {
        Moment last = lastGranted;
        if (last != null) {
            level = Math.min(capacity(), level + Math.max(0, sinceMicros(last, at)));
        }
        // never below empty: what got through had its token, whatever the stamps' rounding says
        level = Math.max(0, level - Math.multiplyExact(calls, settings.intervalMicros()));
        lastGranted = at;
    }

    /** A note tells that the bucket was empty after the last call that got through. */
    void refused() {
        level = Math.min(level, settings.intervalMicros());
    }

    @Override
    public Moment endOf(LimiterWindow window) {
        return window.last().plusMicros(settings.intervalMicros());
    }

    @Override
    public boolean usedUp(LimiterWindow window) {
        return level < settings.intervalMicros();
    }
}
