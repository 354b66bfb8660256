package org.sockmortem.join;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * The lines of a boot that were stamped before its clock was set: in 1970, on the first of January, or by a hardware clock that had stopped,
 * until a daemon set it. Their wall clock says nothing. Where they carry the kernel's stamp, later lines tell their time by it; else they
 * are taken to have ended where the clock was set. Mutable.
 */
final class UnsetClock {
    private static final int LOOK_AHEAD = 2_000;
    private static final long DAY = 86_400;
    private static final long HOUR_MICROS = 3_600_000_000L;
    private static final int LEAP_YEAR = 2000;
    private static final long LEAP_YEAR_SECONDS = 366 * DAY;

    /** A daemon's first line is written within minutes of the clock's zero, in any zone. */
    private static final int FROM_ZERO = 600;

    private static final int HOUR = 3_600;

    private long left;
    private @Nullable Duration later;
    private @Nullable WallStamp first;
    private @Nullable WallStamp last;

    /** What was seen of one line. */
    private record Seen(Stamp stamp, WallStamp wall) {}

    /**
     * Looks at the lines of a boot.
     *
     * @param begin its first event
     * @param before the last stamp of the boot before it, or {@code null}
     * @param built when its kernel was built, or {@code null}
     * @param ahead a cursor that has given {@code begin}
     */
    void look(TapedEvent begin, @Nullable WallStamp before, @Nullable LocalDate built, TapeCursor ahead) {
        left = 0;
        later = null;
        WallStamp wall = begin.stamp().wall();
        if (wall == null) {
            return;
        }
        first = wall;
        Seen previous = new Seen(begin.stamp(), wall);
        long events = 1;
        for (TapedEvent event = ahead.next(); event != null && events < LOOK_AHEAD; event = ahead.next()) {
            if (event.event() instanceof KernelEvent.BootLine || event.event() instanceof KernelEvent.BootMark) {
                return;
            }
            WallStamp next = event.stamp().wall();
            if (next != null) {
                Seen seen = new Seen(event.stamp(), next);
                if (isSet(previous, seen, before, built)) {
                    left = events;
                    last = previous.wall;
                    later = Duration.ofSeconds(apart(previous.wall, next));
                    return;
                }
                previous = seen;
            }
            events++;
        }
    }

    /** Whether the clock was set between two lines. */
    private boolean isSet(Seen previous, Seen next, @Nullable WallStamp before, @Nullable LocalDate built) {
        long jump = apart(previous.wall, next.wall);
        if (previous.stamp.hasUptime() && next.stamp.hasUptime()) {
            long ran = (next.stamp.uptimeMicros() - previous.stamp.uptimeMicros()) / 1_000_000;
            return ran >= 0 && next.stamp.uptimeMicros() < HOUR_MICROS && Math.abs(jump - ran) >= DAY;
        }
        return jump >= DAY && isImpossible(previous.wall, before, built) && !isImpossible(next.wall, before, built);
    }

    private static boolean isImpossible(WallStamp wall, @Nullable WallStamp before, @Nullable LocalDate built) {
        if (wall.year() != 0) {
            return wall.year() < LEAP_YEAR
                    || (built != null && date(wall).toLocalDate().isBefore(built.minusDays(1)));
        }
        boolean atZero = wall.month() == 1 && wall.day() == 1 && wall.secondOfDay() % HOUR < FROM_ZERO;
        return atZero && (before == null || Math.abs(apart(before, wall)) > DAY);
    }

    /** Seconds from one stamp to the other; of stamps without a year the shorter way around the year. */
    private static long apart(WallStamp from, WallStamp to) {
        long seconds = Duration.between(date(from), date(to)).toSeconds();
        if (from.year() != 0 && to.year() != 0) {
            return seconds;
        }
        long around = Math.floorMod(seconds, LEAP_YEAR_SECONDS);
        return seconds >= 0 ? seconds : around < LEAP_YEAR_SECONDS / 2 ? around : seconds;
    }

    private static LocalDateTime date(WallStamp wall) {
        int year = wall.year() == 0 ? LEAP_YEAR : wall.year();
        int day = wall.day() == 29 && wall.month() == 2 && !Year.isLeap(year) ? 28 : wall.day();
        return LocalDate.of(year, wall.month(), day).atTime(LocalTime.ofSecondOfDay(wall.secondOfDay()));
    }

    /** The event as it can be believed; called with each event from the boot's first one on. */
    TapedEvent believed(TapedEvent event) {
        if (left == 0) {
            return event;
        }
        left--;
        Stamp stamp = believed(event.stamp());
        return new TapedEvent(event.event(), event.text(), stamp, event.ref());
    }

    /** A stamp of the lines that were looked at, as far as it can be believed. */
    Stamp believed(Stamp stamp) {
        WallStamp wall = stamp.wall();
        Duration by = later;
        if (wall == null || by == null || stamp.hasUptime()) {
            return new Stamp(null, stamp.uptimeMicros(), stamp.caller());
        }
        LocalDateTime set = date(wall).plus(by);
        long unset = first == null || last == null ? 0 : apart(first, last);
        // nobody says how long it stayed unset after its last line; it had been so for that long
        long resolution = Math.max(Math.max(wall.resolutionMicros(), FROM_ZERO * 1_000_000L), unset * 1_000_000);
        return new Stamp(
                new WallStamp(
                        wall.year() == 0 ? 0 : set.getYear(),
                        set.getMonthValue(),
                        set.getDayOfMonth(),
                        set.toLocalTime().toSecondOfDay(),
                        wall.micros(),
                        resolution,
                        wall.offset()),
                Stamp.NO_UPTIME,
                stamp.caller());
    }

    /** Whether a stamp is of the lines just before those that were looked at, by the same unset clock. */
    boolean covers(Stamp stamp) {
        WallStamp begin = first;
        WallStamp wall = stamp.wall();
        if (left == 0 || begin == null || wall == null) {
            return false;
        }
        long before = apart(wall, begin);
        return before >= 0 && before < DAY;
    }
}
