package org.sockmortem.timeline;

/**
 * The settings of a rate limiter.
 *
 * @param intervalMicros length of a window, or the price of a token, in microseconds: net.core.message_cost; 0 means that nothing is
 *     limited
 * @param burst calls let through in a window, or the bucket's size in tokens: net.core.message_burst
 */
public record LimiterSettings(long intervalMicros, long burst) {
    /** {@code net_ratelimit_state = {5 * HZ, 10}}, net/core/utils.c, and DEFAULT_RATELIMIT_* of linux/ratelimit_types.h. */
    public static final LimiterSettings DEFAULT = new LimiterSettings(5_000_000, 10);

    /** Checks the ranges. */
    public LimiterSettings {
        if (intervalMicros < 0 || burst < 0) {
            throw new IllegalArgumentException("interval " + intervalMicros + ", burst " + burst);
        }
    }
}
