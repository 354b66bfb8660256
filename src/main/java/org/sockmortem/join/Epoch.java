package org.sockmortem.join;

import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/** Wall clocks as one number: microseconds since 1970, in UTC where the offset is known, else as the clock on the wall shows them. */
final class Epoch {
    private Epoch() {}

    /** The moment's wall clock, which it must have. */
    static long micros(Moment at) {
        if (!at.hasWall()) {
            throw new IllegalArgumentException("a moment without a wall clock");
        }
        return at.wallMicros() - eastMicros(at.offset());
    }

    /** What a clock on the wall shows at that number, as {@link Moment#wallMicros}, in the zone of that offset or in none. */
    static long wallMicros(long micros, @Nullable ZoneOffset offset) {
        return micros + eastMicros(offset);
    }

    private static long eastMicros(@Nullable ZoneOffset offset) {
        return offset == null ? 0 : offset.getTotalSeconds() * 1_000_000L;
    }
}
