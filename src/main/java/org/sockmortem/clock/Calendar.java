package org.sockmortem.clock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.WallStamp;

/**
 * Gives stamps a year. RFC 3164 has none: December followed by January is the next year, a small step back is disorder and no new
 * year, and nobody's clock is asked.
 *
 * <p>Until something tells the year, dates carry a stand-in: 2000 for the log's first year, 2004 for its second, always a leap year so
 * that 29 February can be written. Days are counted apart from it, and count a 29 February only where the log shows one. Mutable.
 */
final class Calendar {
    private static final int STAND_IN = 2000;
    private static final int STAND_IN_STEP = 4;
    private static final int HALF_A_YEAR_DAYS = 183;
    private static final int LEAP_DAY = 59;
    private static final int ABOUT_DAYS = 2;

    private int index;
    private int leapDays;
    private int leapDayOf = -1;
    private final YearEvidence evidence;
    private @Nullable Integer firstYear;
    private long knownDayShift;
    private int lastDay = -1;
    private @Nullable LocalDate notBefore;
    private long lastStandInDay;

    /** A stamp's date, and its day on a line on which the days of this calendar can be compared. */
    record Dated(LocalDateTime wall, boolean yearKnown, long day) {}

    /** A calendar; {@code firstYear} is the year of the first stamp without one, or {@code null}. */
    Calendar(@Nullable Integer firstYear) {
        this.firstYear = firstYear;
        this.evidence = new YearEvidence();
    }

    /** A calendar that goes on from where the other is, apart from it. */
    Calendar(Calendar other) {
        this.evidence = new YearEvidence(other.evidence);
        this.index = other.index;
        this.leapDays = other.leapDays;
        this.leapDayOf = other.leapDayOf;
        this.firstYear = other.firstYear;
        this.knownDayShift = other.knownDayShift;
        this.lastDay = other.lastDay;
        this.notBefore = other.notBefore;
        this.lastStandInDay = other.lastStandInDay;
    }

    /** The date of a stamp. */
    Dated date(WallStamp raw) {
        int day = dayOfYear(raw.month(), raw.day());
        LocalDate oldest = notBefore;
        if (oldest != null && firstYear == null && lastDay < 0 && raw.year() == 0) {
            firstYear = oldest.getYear() + (day < dayOfYear(oldest) ? 1 : 0);
        }
        follow(raw, day);
        LocalTime time = LocalTime.ofSecondOfDay(raw.secondOfDay()).plusNanos(raw.micros() * 1_000L);
        Integer first = firstYear;
        if (first == null) {
            LocalDate date = LocalDate.of(STAND_IN + STAND_IN_STEP * index, raw.month(), raw.day());
            lastStandInDay = standInDay(raw, day);
            DayOfWeek weekday = raw.weekday();
            if (weekday != null && !(raw.month() == 2 && raw.day() == 29)) {
                evidence.weekday(index, day, weekday);
            }
            return new Dated(LocalDateTime.of(date, time), false, lastStandInDay);
        }
        int year = raw.year() != 0 ? raw.year() : first + index;
        // a 29 February in a year without one: the year that was told is wrong, and the day before is nearest
        int inMonth = Math.min(raw.day(), lengthOfMonth(year, raw.month()));
        LocalDate date = LocalDate.of(year, raw.month(), inMonth);
        return new Dated(LocalDateTime.of(date, time), true, date.toEpochDay() + knownDayShift);
    }

    private static int lengthOfMonth(int year, int month) {
        return Month.of(month).length(IsoChronology.INSTANCE.isLeapYear(year));
    }

    private void follow(WallStamp raw, int day) {
        if (raw.year() != 0 && firstYear == null) {
            learn(raw, day);
        } else if (raw.year() != 0 && firstYear != null) {
            index = raw.year() - firstYear;
        } else if (lastDay >= 0 && lastDay - day > HALF_A_YEAR_DAYS) {
            index++;
        } else if (lastDay >= 0 && lastDay <= 1 && raw.month() == 12 && raw.day() >= 30) {
            // a straggler of the old year among the first lines of the new one
            index--;
        }
        lastDay = day;
    }

    private void learn(WallStamp raw, int day) {
        boolean first = lastDay < 0;
        if (!first && lastDay - day > HALF_A_YEAR_DAYS) {
            index++;
        }
        firstYear = raw.year() - index;
        long real = LocalDate.of(raw.year(), raw.month(), raw.day()).toEpochDay();
        knownDayShift = first ? 0 : standInDay(raw, day) - real;
    }

    /** A stamp is of about that day, by what its line says; two days hold any zone and a daemon that reads late. */
    void about(WallStamp raw, LocalDate told) {
        if (raw.year() != 0 || firstYear != null) {
            return;
        }
        for (int year = told.getYear() - 1; year <= told.getYear() + 1; year++) {
            boolean exists = raw.day() <= lengthOfMonth(year, raw.month());
            if (exists
                    && Math.abs(ChronoUnit.DAYS.between(LocalDate.of(year, raw.month(), raw.day()), told))
                            <= ABOUT_DAYS) {
                follow(
                        new WallStamp(
                                year,
                                raw.month(),
                                raw.day(),
                                raw.secondOfDay(),
                                raw.micros(),
                                raw.resolutionMicros(),
                                raw.offset()),
                        dayOfYear(raw.month(), raw.day()));
                return;
            }
        }
    }

    /** Days since the log's first 1 January, as if no year had a leap day but those that the log shows. */
    private long standInDay(WallStamp raw, int day) {
        if (raw.month() == 2 && raw.day() == 29 && leapDayOf != index) {
            evidence.leap(index);
            leapDayOf = index;
            leapDays++;
        }
        boolean beforeLeapDay = leapDayOf == index && (day < LEAP_DAY || (raw.month() == 2 && raw.day() == 29));
        return 365L * index + day + leapDays - (beforeLeapDay ? 1 : 0);
    }

    /** Day of a year without a leap day, from 0; 29 February counts as 1 March. */
    private static int dayOfYear(int month, int day) {
        if (month == 2 && day == 29) {
            return LEAP_DAY;
        }
        return LocalDate.of(2001, month, day).getDayOfYear() - 1;
    }

    static int dayOfYear(LocalDate date) {
        return dayOfYear(date.getMonthValue(), date.getDayOfMonth());
    }

    /** The date of a day that {@link #dayOfYear(LocalDate)} has numbered. */
    static LocalDate dayOf(int year, int day) {
        return LocalDate.ofYearDay(2001, day + 1).withYear(year);
    }

    /** No stamp is older than that day. */
    void notBefore(LocalDate day) {
        notBefore = day;
    }

    /** The last stamp is not younger than that day, and not much older: of all years the latest counts. */
    void lastNotAfter(LocalDate day) {
        if (firstYear == null && lastDay >= 0) {
            learn(evidence.latest(index, lastDay, day));
        }
    }

    /** The last stamp is not of before that day: its kernel was not made yet. */
    void builtOn(LocalDate day) {
        if (firstYear == null && lastDay >= 0) {
            evidence.notBefore(index, lastDay, day);
        }
    }

    /** The file with the last stamp was written on that day, or copied. */
    void writtenOn(LocalDate day) {
        if (firstYear == null && lastDay >= 0) {
            Integer closed = evidence.closed(index, lastDay, day);
            if (closed == null) {
                evidence.notAfter(index, lastDay, day);
            } else {
                learn(closed);
            }
        }
    }

    /** The log has been read: the year is known if all that was told of it leaves but one. */
    void conclude() {
        Integer only = firstYear == null && lastDay >= 0 ? evidence.only() : null;
        if (only != null) {
            learn(only);
        }
    }

    private void learn(int year) {
        firstYear = year;
        knownDayShift = lastStandInDay - dayOf(year + index, lastDay).toEpochDay();
    }

    /** The year of the first stamp, or {@code null} while nothing has told it. */
    @Nullable
    Integer firstYear() {
        return firstYear;
    }

    /** A date that was given a stand-in year, with the year that a later line told; the same date if none did. */
    @Nullable
    LocalDateTime correct(LocalDateTime wall) {
        Integer first = firstYear;
        if (first == null) {
            return null;
        }
        int year = first + Math.floorDiv(wall.getYear() - STAND_IN, STAND_IN_STEP);
        return wall.withYear(year);
    }
}
