package org.sockmortem.timeline;

import static org.sockmortem.timeline.RateLimiterModel.sinceMicros;

import org.sockmortem.clock.Moment;

/**
 * No limiter at all: {@code net.core.message_cost = 0}, or a signal that is printed under a latch or timer of its own. Every event is
 * a line; windows are only a way to count, a second each.
 */
final class Unlimited implements RateLimiterModel {
    private static final long SECOND = 1_000_000;

    @Override
    public boolean rolls(LimiterWindow open, Moment at) {
        return sinceMicros(open.first(), at) >= SECOND;
    }

    @Override
    public void granted(LimiterWindow window, Moment at, long calls) {}

    @Override
    public Moment endOf(LimiterWindow window) {
        return window.first().plusMicros(SECOND);
    }

    @Override
    public boolean usedUp(LimiterWindow window) {
        return false;
    }
}
