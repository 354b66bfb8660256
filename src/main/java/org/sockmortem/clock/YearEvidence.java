package org.sockmortem.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What bears on the year of a log whose stamps have none: days on which it cannot have been yet, days on which it must have been, 29
 * February, which only leap years have, and days of the week, which one year in six or so has. It tells the year where only one is left. Mutable.
 */
final class YearEvidence {
    /** The kernel has existed since 1991. */
    private static final int EARLIEST = 1991;

    /** Two clocks of one host may be in different zones. */
    private static final int SLACK_DAYS = 1;

    /** A file is closed with its last line, or when it is rotated soon after. */
    private static final int CLOSED_DAYS = 2;

    private static final int KEPT = 64;

    private final List<Bound> bounds = new ArrayList<>();
    private final List<Integer> leaps = new ArrayList<>();
    private final List<Named> weekdays = new ArrayList<>();

    /** A day of the log whose day of the week its stamp tells. */
    private record Named(int index, int day, DayOfWeek weekday) {
        boolean holds(int firstYear) {
            return Calendar.dayOf(firstYear + index, day).getDayOfWeek() == weekday;
        }
    }

    /**
     * A day of the log, by the number of its year in the log and its day in it, and a day that it is not before, or not after.
     */
    private record Bound(int index, int day, LocalDate limit, boolean isLower) {
        boolean holds(int firstYear) {
            LocalDate date = Calendar.dayOf(firstYear + index, day);
            return isLower ? !date.isBefore(limit.minusDays(SLACK_DAYS)) : !date.isAfter(limit.plusDays(SLACK_DAYS));
        }
    }

    YearEvidence() {}

    YearEvidence(YearEvidence other) {
        bounds.addAll(other.bounds);
        leaps.addAll(other.leaps);
        weekdays.addAll(other.weekdays);
    }

    void notBefore(int index, int day, LocalDate limit) {
        add(new Bound(index, day, limit, true));
    }

    void notAfter(int index, int day, LocalDate limit) {
        add(new Bound(index, day, limit, false));
    }

    private void add(Bound bound) {
        if (bounds.size() < KEPT) {
            bounds.add(bound);
        }
    }

    void leap(int index) {
        if (leaps.size() < KEPT && !leaps.contains(index)) {
            leaps.add(index);
        }
    }

    void weekday(int index, int day, DayOfWeek weekday) {
        Named named = new Named(index, day, weekday);
        if (weekdays.size() < KEPT && !weekdays.contains(named)) {
            weekdays.add(named);
        }
    }

    private boolean fits(int firstYear) {
        return leaps.stream().allMatch(l -> Year.isLeap(firstYear + l))
                && weekdays.stream().allMatch(w -> w.holds(firstYear))
                && bounds.stream().allMatch(b -> b.holds(firstYear));
    }

    /** The latest year of the log's first stamp that fits, if the day that is told is not before the log's; else the latest at all. */
    int latest(int index, int day, LocalDate told) {
        int latest = told.getYear() - index;
        latest -= day > Calendar.dayOfYear(told) ? 1 : 0;
        for (int year = latest; year >= EARLIEST; year--) {
            if (fits(year)) {
                return year;
            }
        }
        return latest;
    }

    /** The only year of the log's first stamp that fits, or {@code null} where there are more or none. */
    @Nullable
    Integer only() {
        int latest = bounds.stream()
                .filter(b -> !b.isLower)
                .mapToInt(b -> b.limit.getYear() - b.index)
                .min()
                .orElse(Integer.MIN_VALUE);
        Integer found = null;
        for (int year = latest + 1; year >= EARLIEST; year--) {
            if (fits(year)) {
                if (found != null) {
                    return null;
                }
                found = year;
            }
        }
        return found;
    }

    /** The year of the log's first stamp if a file was written last on that day and its last line is of that day, too; else {@code null}. */
    @Nullable
    Integer closed(int index, int day, LocalDate written) {
        for (int year = written.getYear() + 1; year >= written.getYear() - 1; year--) {
            LocalDate date = Calendar.dayOf(year, day);
            boolean same =
                    !date.isAfter(written.plusDays(SLACK_DAYS)) && !date.isBefore(written.minusDays(CLOSED_DAYS));
            if (same && fits(year - index)) {
                return year - index;
            }
        }
        return null;
    }
}
