package org.sockmortem.report.json;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/** The wall clock's reading as ISO 8601 writes it: {@code 2025-10-28T21:58:48+01:00}, {@code --10-28T21:58:48}. */
public final class IsoMoment {
    private static final long SECOND = 1_000_000;

    private IsoMoment() {}

    /** The reading, with six digits of a second where the stamp is finer than one; {@code null} where there is none. */
    public static @Nullable String wall(Moment moment) {
        LocalDateTime wall = moment.wall();
        if (wall == null) {
            return null;
        }
        boolean fine = moment.isTimed() && moment.wallPlusMinusMicros() < SECOND;
        StringBuilder text = new StringBuilder(32);
        if (moment.yearKnown()) {
            digits(text, wall.getYear(), 4);
        } else {
            text.append('-');
        }
        digits(text.append('-'), wall.getMonthValue(), 2);
        digits(text.append('-'), wall.getDayOfMonth(), 2);
        digits(text.append('T'), wall.getHour(), 2);
        digits(text.append(':'), wall.getMinute(), 2);
        digits(text.append(':'), wall.getSecond(), 2);
        if (fine) {
            digits(text.append('.'), wall.get(ChronoField.MICRO_OF_SECOND), 6);
        }
        ZoneOffset offset = moment.offset();
        return text.append(offset == null ? "" : offset.getId()).toString();
    }

    /** The last digits of a number that is not negative; by hand, for a report may have a hundred thousand moments. */
    private static void digits(StringBuilder text, int number, int width) {
        int unit = 1;
        for (int i = 1; i < width; i++) {
            unit *= 10;
        }
        for (; unit > 0; unit /= 10) {
            text.append((char) ('0' + number / unit % 10));
        }
    }
}
