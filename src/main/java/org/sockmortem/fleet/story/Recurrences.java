package org.sockmortem.fleet.story;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.timeline.Incident;

/** Looks for incidents that come back: at one time of the day by the host's own clock, on one day of the week, after each boot, since a kernel. */
final class Recurrences {
    /** Times of the day that are so near each other are the same, in minutes. */
    private static final int SAME_MINUTES = 20;

    private static final int DAY = 24 * 60;
    private static final int ENOUGH_DAYS = 3;
    private static final int ENOUGH_BOOTS = 2;
    private static final long SOON_AFTER_BOOT = 900;
    private static final double BY_CHANCE = 0.001;

    private final List<Recurrence> found = new ArrayList<>();
    private final SinceKernel sinceKernel = new SinceKernel();

    void add(String host, HostFacts digest) {
        daily(host, digest.incidents());
        afterBoot(host, digest);
        sinceKernel.add(host, digest);
    }

    private void daily(String host, List<Incident> incidents) {
        List<LocalDateTime> starts = incidents.stream()
                .map(i -> i.start().isTimed() ? i.start().wall() : null)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(LocalDateTime::toLocalTime))
                .toList();
        if (starts.size() < ENOUGH_DAYS) {
            return;
        }
        List<LocalDateTime> best = List.of();
        Set<LocalDate> bestDays = Set.of();
        for (LocalDateTime from : starts) {
            List<LocalDateTime> near = starts.stream()
                    .filter(s -> Math.floorMod(minute(s) - minute(from), DAY) <= SAME_MINUTES)
                    .toList();
            Set<LocalDate> days = new HashSet<>();
            near.forEach(s -> days.add(s.toLocalDate()));
            if (days.size() > bestDays.size()) {
                best = near;
                bestDays = days;
            }
        }
        int allDays =
                (int) starts.stream().map(LocalDateTime::toLocalDate).distinct().count();
        double share = (double) SAME_MINUTES / DAY;
        double chance = Chance.atLeast(bestDays.size(), starts.size() * share) / share;
        if (bestDays.size() < ENOUGH_DAYS || chance > BY_CHANCE || bestDays.size() * 2 < allDays) {
            return;
        }
        int first = minute(best.get(0));
        int sum = best.stream()
                .mapToInt(s -> Math.floorMod(minute(s) - first + DAY / 2, DAY) - DAY / 2)
                .sum();
        int middle = Math.floorMod(first + Math.round((float) sum / best.size()), DAY);
        Set<Integer> weekDays = new HashSet<>();
        bestDays.forEach(d -> weekDays.add(d.getDayOfWeek().getValue()));
        boolean weekly = weekDays.size() == 1;
        found.add(new Recurrence(
                host,
                weekly ? Recurrence.Kind.WEEKLY : Recurrence.Kind.DAILY,
                middle,
                weekly ? weekDays.iterator().next() : 0,
                best.size(),
                starts.size(),
                bestDays.size(),
                Chance.rounded(chance)));
    }

    private static int minute(LocalDateTime at) {
        return at.getHour() * 60 + at.getMinute();
    }

    private void afterBoot(String host, HostFacts digest) {
        List<Moment> boots = digest.boots().stream()
                .map(Boot::start)
                .filter(Objects::nonNull)
                .toList();
        Double covered = Covered.of(digest).seconds();
        if (boots.size() < ENOUGH_BOOTS || covered == null || covered <= 0) {
            return;
        }
        int met = 0;
        for (Moment boot : boots) {
            met += digest.incidents().stream().anyMatch(i -> isSoonAfter(boot, i.start())) ? 1 : 0;
        }
        double expected = digest.incidents().size() * Math.min(1, boots.size() * SOON_AFTER_BOOT / covered);
        double chance = Chance.atLeast(met, expected);
        if (met >= ENOUGH_BOOTS && met * 2 >= boots.size() && chance <= BY_CHANCE) {
            found.add(new Recurrence(
                    host,
                    Recurrence.Kind.AFTER_BOOT,
                    0,
                    0,
                    met,
                    digest.incidents().size(),
                    boots.size(),
                    Chance.rounded(chance)));
        }
    }

    private static boolean isSoonAfter(Moment boot, Moment start) {
        Double apart = secondsBetween(boot, start);
        return apart != null && apart >= 0 && apart <= SOON_AFTER_BOOT;
    }

    private static @Nullable Double secondsBetween(Moment boot, Moment start) {
        LocalDateTime from = Start.reading(boot);
        LocalDateTime to = Start.reading(start);
        return from != null && to != null && Start.clockOf(boot) == Start.clockOf(start)
                ? Double.valueOf(Start.seconds(to) - Start.seconds(from))
                : null;
    }

    /** The hosts by their rules, the rule that most keep to first. */
    List<Recurrence.Group> result() {
        List<Recurrence> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(Recurrence::kind)
                .thenComparing(Recurrence::weekDay)
                .thenComparing(Recurrence::minuteOfDay)
                .thenComparing(Recurrence::host));
        List<Recurrence.Group> groups = new ArrayList<>();
        List<Recurrence> open = new ArrayList<>();
        for (Recurrence next : sorted) {
            if (!open.isEmpty() && !isLike(open.get(0), next)) {
                groups.add(group(open));
                open.clear();
            }
            open.add(next);
        }
        if (!open.isEmpty()) {
            groups.add(group(open));
        }
        groups.addAll(sinceKernel.result());
        groups.sort(Comparator.comparing((Recurrence.Group g) -> -g.hosts().size()));
        return groups;
    }

    private static boolean isLike(Recurrence one, Recurrence next) {
        return one.kind() == next.kind()
                && one.weekDay() == next.weekDay()
                && next.minuteOfDay() - one.minuteOfDay() <= SAME_MINUTES;
    }

    private static Recurrence.Group group(List<Recurrence> members) {
        Recurrence middle = members.get(members.size() / 2);
        List<Recurrence> byName = new ArrayList<>(members);
        byName.sort(Comparator.comparing(Recurrence::host));
        return new Recurrence.Group(middle.kind(), middle.minuteOfDay(), middle.weekDay(), null, byName);
    }
}
