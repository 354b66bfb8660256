package org.sockmortem.report.json;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/** The wall clock's reading as ISO 8601 writes it: {@code 2025-10-28T21:58:48+01:00}, {@code --10-28T21:58:48}. */
public final class IsoMoment {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter DATE_WITHOUT_YEAR = DateTimeFormatter.ofPattern("--MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final long SECOND = 1_000_000;

    private IsoMoment() {}

    /** The reading, with six digits of a second where the stamp is finer than one; {@code null} where there is none. */
    public static @Nullable String wall(Moment moment) {
        LocalDateTime wall = moment.wall();
        if (wall == null) {
            return null;
        }
        boolean fine = moment.isTimed() && moment.wallPlusMinusMicros() < SECOND;
        ZoneOffset offset = moment.offset();
        return wall.format(moment.yearKnown() ? DATE : DATE_WITHOUT_YEAR)
                + "T"
                + wall.format(fine ? MICROS : SECONDS)
                + (offset == null ? "" : offset.getId());
    }
}
