package org.sockmortem.clock;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * One host's clock: takes the stamps in the order of the log, decides where a boot ends and a year begins, and gives moments. Mutable.
 *
 * <p>The kernel's own stamp is the axis wherever a boot's lines carry it, since it is finer and is never stepped; else the wall clock
 * is. Within a boot of the first kind a line with wall time alone is laid on the axis by the last line that carried both.
 */
public final class ClockModel {
    /** A stamp this much earlier than the last is another boot; less is the jitter of CPUs that print side by side. */
    private static final long BACKWARDS_MICROS = 10_000_000;

    /** Microseconds since 1970; a machine whose clock was not set yet says 1970, or the day on which its firmware was made. */
    public static final long EARLIEST_CLOCK = 946_684_800_000_000L;

    private static final long DAY_MICROS = 86_400_000_000L;
    private static final long HOUR_MICROS = 3_600_000_000L;

    private final Calendar calendar;
    private final SummerTime summerTime;
    private @Nullable Reading readClock;
    private int boots;
    private boolean uptimeAxis;
    private boolean anyStamp;
    private @Nullable Long wallMinusUptime;
    private long lastAxis;
    private long lastUptime = Long.MIN_VALUE;
    private @Nullable ZoneOffset lastOffset;

    /**
     * A clock.
     *
     * @param firstYear year of the first stamp without one, or {@code null} where nothing tells
     * @param zone rules of the zone of stamps that carry no offset, or {@code null} where nothing tells
     */
    public ClockModel(@Nullable Integer firstYear, @Nullable ZoneRules zone) {
        this.calendar = new Calendar(firstYear);
        this.summerTime = new SummerTime(zone);
    }

    /** A clock that goes on from where the other is, to ask it what it would say. */
    private ClockModel(ClockModel other) {
        this.calendar = new Calendar(other.calendar);
        this.summerTime = new SummerTime(other.summerTime);
        this.readClock = other.readClock;
        this.boots = other.boots;
        this.uptimeAxis = other.uptimeAxis;
        this.anyStamp = other.anyStamp;
        this.wallMinusUptime = other.wallMinusUptime;
        this.lastAxis = other.lastAxis;
        this.lastUptime = other.lastUptime;
        this.lastOffset = other.lastOffset;
    }

    /** Whether a line with this stamp, or the first line of a boot, is of another boot than the line before. */
    public boolean beginsBoot(Stamp stamp, boolean bootLine) {
        if (boots == 0) {
            return true;
        }
        if (stamp.hasUptime() && lastUptime != Long.MIN_VALUE) {
            boolean fellBack = stamp.uptimeMicros() < lastUptime - BACKWARDS_MICROS;
            return fellBack || (bootLine && stamp.uptimeMicros() <= lastUptime);
        }
        return bootLine && anyStamp;
    }

    /**
     * Whether a log whose first stamp this is goes on where the last one ended. Without a wall clock nothing can tell, and a log that
     * begins before the other's end tells of the same time once more.
     */
    public boolean continues(Stamp stamp) {
        if (stamp.wall() == null || lastOffsetFree()) {
            return false;
        }
        return new ClockModel(this).place(stamp).axisMicros() >= lastAxis - BACKWARDS_MICROS;
    }

    /** The same by the kernel's stamps alone, for a log that is known to be of the same boot. */
    public boolean continuesByUptime(Stamp stamp) {
        return stamp.hasUptime() && uptimeAxis && stamp.uptimeMicros() >= lastUptime - BACKWARDS_MICROS;
    }

    /** The next stamp of a boot that was begun and has shown none: what has no time is laid there. */
    public void expect(Stamp next) {
        if (!anyStamp) {
            lastAxis = new ClockModel(this).place(next).axisMicros();
        }
    }

    private boolean lastOffsetFree() {
        return uptimeAxis && wallMinusUptime == null;
    }

    /** Begins a boot; its number is one more than the last one's, from 0. */
    public int beginBoot() {
        uptimeAxis = false;
        anyStamp = false;
        wallMinusUptime = null;
        lastUptime = Long.MIN_VALUE;
        readClock = null;
        return boots++;
    }

    /** The moment of a stamp, within the boot that was begun last. */
    public Moment place(Stamp stamp) {
        WallStamp raw = stamp.wall();
        if (raw == null && !stamp.hasUptime()) {
            return new Moment(null, false, null, null, -1, lastAxis);
        }
        LocalDateTime wall = null;
        ZoneOffset offset = null;
        boolean known = false;
        long wallAxis = 0;
        long unsure = 0;
        if (raw != null) {
            Calendar.Dated dated = calendar.date(raw);
            wall = dated.wall();
            known = dated.yearKnown();
            long local = axisMicros(dated);
            SummerTime.Chosen chosen = offsetOf(raw, dated, local, stamp);
            offset = chosen.offset();
            unsure = chosen.ambiguous() ? HOUR_MICROS : 0;
            ZoneOffset east = offset == null ? lastOffset : offset;
            lastOffset = east;
            wallAxis =
                    east == null ? local + summerTime.added(wall, local) : local - east.getTotalSeconds() * 1_000_000L;
            summerTime.placed(wallAxis);
        }
        if (!anyStamp) {
            uptimeAxis = stamp.hasUptime();
            anyStamp = true;
        }
        long axis = axis(stamp, raw != null, wallAxis);
        lastAxis = axis;
        Long uptime = stamp.hasUptime() ? Long.valueOf(stamp.uptimeMicros()) : null;
        lastUptime = uptime == null ? lastUptime : uptime;
        Reading reading = readClock;
        if (wall == null && uptime != null && reading != null) {
            return reading.momentOf(uptime, axis);
        }
        long resolution = raw == null ? -1 : raw.resolutionMicros();
        long plusMinus = uptime == null ? resolution : 1;
        return new Moment(wall, known, offset, uptime, plusMinus, Math.max(plusMinus, resolution + unsure), axis);
    }

    /** The wall clock at the kernel's zero, by a line that told both. */
    private record Reading(long zeroEpochMicros, long plusMinusMicros) {
        Moment momentOf(long uptime, long axis) {
            return new Moment(zeroEpochMicros + uptime, true, ZoneOffset.UTC, uptime, 1, plusMinusMicros, axis);
        }
    }

    /**
     * A line of the current boot told the wall clock beside its own stamp. Lines that follow and have no wall time of their own get one
     * from it; the kernel's clock may drift from there and stops in suspend, so the newest reading counts. Lines that have a wall time
     * without a year get the year, and nothing more: such a line may be written down long after it was said.
     */
    public void read(Stamp stamp, long epochMicros, long plusMinusMicros) {
        WallStamp raw = stamp.wall();
        if (raw != null && epochMicros >= EARLIEST_CLOCK) {
            calendar.about(raw, LocalDate.ofEpochDay(Math.floorDiv(epochMicros, DAY_MICROS)));
        }
        if (stamp.hasUptime() && stamp.wall() == null && epochMicros >= EARLIEST_CLOCK) {
            readClock = new Reading(epochMicros - stamp.uptimeMicros(), plusMinusMicros);
        }
    }

    /** No stamp of the log is older than this day, by the word of the log itself. */
    public void notBefore(LocalDate day) {
        calendar.notBefore(day);
    }

    /** The last stamp of the log is not younger than this day, by the name of its file. */
    public void lastNotAfter(LocalDate day) {
        calendar.lastNotAfter(day);
    }

    /** The kernel that wrote the last stamp was built on this day. */
    public void builtOn(LocalDate day) {
        calendar.builtOn(day);
    }

    /** The file with the last stamp was written on this day, by the box that it lies in; a copy's day is later. */
    public void writtenOn(LocalDate day) {
        calendar.writtenOn(day);
    }

    /** All of it has been read. */
    public void conclude() {
        calendar.conclude();
    }

    /** The year of the first stamp without one, or {@code null} while nothing has told it. */
    public @Nullable Integer firstYear() {
        return calendar.firstYear();
    }

    private long axis(Stamp stamp, boolean hasWall, long wallAxis) {
        if (stamp.hasUptime() && hasWall) {
            wallMinusUptime = wallAxis - stamp.uptimeMicros();
        }
        Long link = wallMinusUptime;
        if (uptimeAxis) {
            if (stamp.hasUptime()) {
                return stamp.uptimeMicros();
            }
            return link == null ? lastAxis : wallAxis - link;
        }
        if (hasWall) {
            return wallAxis;
        }
        return link == null ? lastAxis : stamp.uptimeMicros() + link;
    }

    private static long axisMicros(Calendar.Dated dated) {
        return dated.day() * DAY_MICROS + dated.wall().toLocalTime().toNanoOfDay() / 1_000;
    }

    private SummerTime.Chosen offsetOf(WallStamp raw, Calendar.Dated dated, long local, Stamp stamp) {
        Long link = wallMinusUptime;
        return raw.offset() != null
                ? new SummerTime.Chosen(raw.offset(), false)
                : summerTime.offset(
                        dated.wall(),
                        dated.yearKnown(),
                        local,
                        stamp.hasUptime() && link != null ? Long.valueOf(stamp.uptimeMicros() + link) : null);
    }

    /** Puts on a moment what the whole log has told by now: the year, if a later line had one. */
    public Moment dated(Moment moment) {
        LocalDateTime wall = moment.yearKnown() ? null : moment.wall();
        LocalDateTime corrected = wall == null ? null : calendar.correct(wall);
        if (corrected == null) {
            return moment;
        }
        return new Moment(
                corrected,
                true,
                moment.offset(),
                moment.uptimeMicros(),
                moment.plusMinusMicros(),
                moment.wallPlusMinusMicros(),
                moment.axisMicros());
    }
}
