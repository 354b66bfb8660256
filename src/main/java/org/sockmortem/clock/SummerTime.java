package org.sockmortem.clock;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The hour that a clock on the wall shows twice when summer time ends. Where the zone is known, a stamp in it has two offsets: the kernel's
 * own clock decides, or that stamps go back, else the stamp may be an hour off. Where it is not known, stamps that go back by up to an
 * hour at that time of the night, in a month in which some country ends its summer time, are later and not earlier. Mutable.
 */
final class SummerTime {
    private static final long HOUR_MICROS = 3_600_000_000L;

    /** Relays deliver lines in disorder by seconds and minutes; the second passing of an hour is further back, unless it is not noticed. */
    private static final long DISORDER_MICROS = 600_000_000L;

    /** A stamp this much earlier than the last is no disorder of the same second. */
    private static final long JITTER_MICROS = 10_000_000;

    private static final int LATEST_HOUR = 4;
    private static final long DAY_MICROS = 24 * HOUR_MICROS;

    private final @Nullable ZoneRules rules;
    private long added;
    private long addedAt;
    private @Nullable Long last;

    /** @param rules of the zone, or {@code null} where that is not known */
    SummerTime(@Nullable ZoneRules rules) {
        this.rules = rules;
    }

    SummerTime(SummerTime other) {
        this.rules = other.rules;
        this.added = other.added;
        this.addedAt = other.addedAt;
        this.last = other.last;
    }

    /** An offset, and whether another one is as good. */
    record Chosen(@Nullable ZoneOffset offset, boolean ambiguous) {}

    /**
     * The offset of a stamp that carries none.
     *
     * @param local the stamp on a line of local time, in microseconds
     * @param expected where it would be in UTC by the kernel's own clock, or {@code null}
     */
    Chosen offset(LocalDateTime wall, boolean yearKnown, long local, @Nullable Long expected) {
        if (rules == null || !(yearKnown || rules.isFixedOffset())) {
            return new Chosen(null, false);
        }
        List<ZoneOffset> valid = rules.getValidOffsets(wall);
        if (valid.size() < 2) {
            return new Chosen(rules.getOffset(wall), false);
        }
        long first = local - valid.get(0).getTotalSeconds() * 1_000_000L;
        long second = local - valid.get(1).getTotalSeconds() * 1_000_000L;
        if (expected != null) {
            return new Chosen(valid.get(Math.abs(first - expected) <= Math.abs(second - expected) ? 0 : 1), false);
        }
        Long before = last;
        boolean isSecond = before != null && before > first + JITTER_MICROS && before < first + 2 * HOUR_MICROS;
        return new Chosen(valid.get(isSecond ? 1 : 0), !isSecond);
    }

    /** What to add to a place on the line of local time so that the line goes on; the stamp has no offset. */
    long added(LocalDateTime wall, long local) {
        Long before = last;
        long back = before == null ? 0 : before - local - added;
        boolean again = back >= DISORDER_MICROS
                && back <= HOUR_MICROS
                && isNightOfChange(wall)
                && (added == 0 || local - addedAt > DAY_MICROS);
        if (again) {
            added += HOUR_MICROS;
            addedAt = local;
        }
        return added;
    }

    /** Summer time ends from the end of August to the middle of November, or in March and April in the south. */
    private static boolean isNightOfChange(LocalDateTime wall) {
        int month = wall.getMonthValue();
        return wall.getHour() < LATEST_HOUR && (month == 3 || month == 4 || (month >= 9 && month <= 11));
    }

    /** A stamp was placed there, on the same line as the next one will be asked for. */
    void placed(long micros) {
        last = micros;
    }
}
