package org.sockmortem.diagnosis;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/** Bursts of one signal that come back after the same time, or at the same time of the day: mostly something that is scheduled is behind them. */
final class RecurringBursts implements Rule {
    /** Two can always be some time apart; it takes a second interval to be like the first. */
    private static final int ENOUGH = 3;

    /** Intervals below it are one trouble that comes and goes. In seconds. */
    private static final long SHORTEST = 600;

    /** Intervals are alike if they differ by a hundredth, or by a minute. */
    private static final long ALIKE_PART = 100;

    private static final long ALIKE_SECONDS = 60;

    /** A time of the day is the same within ten minutes. */
    private static final long SAME_TIME = 600;

    private static final long DAY = 86_400;

    @Override
    public String cause() {
        return "recurring-bursts";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Finding> findings = new ArrayList<>();
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        c.bursts().forEach(b -> signals.add(b.signal()));
        for (Signal signal : signals) {
            List<Burst> bursts = c.bursts(signal);
            Draft draft = new Draft(cause(), bursts);
            if (bursts.size() >= ENOUGH && (sayInterval(draft) || sayTimeOfDay(draft))) {
                findings.add(draft.decide("recurring.schedule.missing")
                        .action(Remedy.Kind.APPLICATION, "recurring.application")
                        .action(Remedy.Kind.COLLECT, "recurring.collect")
                        .finding(Severity.INFO, Verdict.POSSIBLE));
            }
        }
        return findings;
    }

    private static boolean sayInterval(Draft draft) {
        List<Long> intervals = new ArrayList<>();
        for (int i = 1; i < draft.bursts().size(); i++) {
            Optional<Long> interval =
                    seconds(draft.bursts().get(i - 1), draft.bursts().get(i));
            if (interval.isEmpty()) {
                return false;
            }
            intervals.add(interval.get());
        }
        long least = intervals.stream().mapToLong(i -> i).min().orElse(0);
        long most = intervals.stream().mapToLong(i -> i).max().orElse(0);
        if (least < SHORTEST || most - least > Math.max(ALIKE_SECONDS, most / ALIKE_PART)) {
            return false;
        }
        draft.because(
                null,
                "recurring.interval",
                draft.bursts().size(),
                draft.bursts().get(0).signal().id(),
                minutes(least),
                minutes(most));
        return true;
    }

    private static String minutes(long seconds) {
        return seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** From one start to the next: within a boot by its axis, across boots by the wall. */
    private static Optional<Long> seconds(Burst earlier, Burst later) {
        if (!earlier.start().isTimed() || !later.start().isTimed()) {
            return Optional.empty();
        }
        if (earlier.boot() == later.boot()) {
            return Optional.of(Math.round(later.start().secondsSince(earlier.start())));
        }
        return CaptureTime.seconds(earlier.start(), later.start());
    }

    private static boolean sayTimeOfDay(Draft draft) {
        TreeSet<LocalDateTime> starts = new TreeSet<>();
        Set<Integer> days = new TreeSet<>();
        for (Burst burst : draft.bursts()) {
            Moment start = burst.start();
            LocalDateTime wall = start.wall();
            if (wall == null) {
                return false;
            }
            starts.add(wall);
            days.add(wall.getDayOfYear());
        }
        // Around the clock from the first: what is just before it counts as just before it, also over midnight.
        long first = starts.first().toLocalTime().toSecondOfDay();
        long earliest = 0;
        long latest = 0;
        for (LocalDateTime start : starts) {
            long off = Math.floorMod(start.toLocalTime().toSecondOfDay() - first + DAY / 2, DAY) - DAY / 2;
            earliest = Math.min(earliest, off);
            latest = Math.max(latest, off);
        }
        if (days.size() < ENOUGH || days.size() < starts.size() || latest - earliest > SAME_TIME) {
            return false;
        }
        draft.because(
                null,
                "recurring.time-of-day",
                days.size(),
                draft.bursts().get(0).signal().id(),
                clock(first + earliest),
                clock(first + latest));
        return true;
    }

    private static String clock(long secondOfDay) {
        long minutes = Math.floorMod(secondOfDay, DAY) / 60;
        return (minutes / 60 < 10 ? "0" : "") + minutes / 60 + ":" + (minutes % 60 < 10 ? "0" : "") + minutes % 60;
    }
}
