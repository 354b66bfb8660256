package org.sockmortem.join;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/** Wall clocks as one number: microseconds since 1970, in UTC where the offset is known, else as the clock on the wall shows them. */
final class Epoch {
    private Epoch() {}

    /** The moment's wall clock, which it must have. */
    static long micros(Moment at) {
        LocalDateTime wall = at.wall();
        if (wall == null) {
            throw new IllegalArgumentException("a moment without a wall clock");
        }
        ZoneOffset offset = at.offset() == null ? ZoneOffset.UTC : at.offset();
        return wall.toEpochSecond(offset) * 1_000_000 + wall.get(ChronoField.MICRO_OF_SECOND);
    }

    /** The wall clock at that number, in the zone of that offset or in none. */
    static LocalDateTime wall(long micros, @Nullable ZoneOffset offset) {
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, 1_000_000),
                (int) Math.floorMod(micros, 1_000_000L) * 1_000,
                offset == null ? ZoneOffset.UTC : offset);
    }
}
