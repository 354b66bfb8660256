package org.sockmortem.timeline;

/**
 * How many events a limiter kept from the log, as a range: its notes count the calls of all its users.
 *
 * @param min at least
 * @param likely our best apportioning, and no more than that
 * @param max at most
 */
public record Suppressed(long min, long likely, long max) {
    /** None. */
    public static final Suppressed NONE = new Suppressed(0, 0, 0);

    /** Checks {@code 0 <= min <= likely <= max}. */
    public Suppressed {
        if (min < 0 || min > likely || likely > max) {
            throw new IllegalArgumentException("not a range: " + min + ", " + likely + ", " + max);
        }
    }

    /** None perhaps, and so many at most; the same object wherever that is none, as of most bursts. */
    static Suppressed upTo(long likely, long max) {
        return likely == 0 && max == 0 ? NONE : new Suppressed(0, likely, max);
    }

    /** The sum of two. */
    public Suppressed plus(Suppressed other) {
        return new Suppressed(min + other.min, likely + other.likely, max + other.max);
    }
}
