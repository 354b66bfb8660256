package org.sockmortem.report.html;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.ContextEvent;

/**
 * On which a host's moments are drawn: its wall clock where there is one, else the seconds since a boot. A log without any time has none.
 *
 * @param boot the boot whose uptimes these are, or {@code null} for the wall clock
 * @param offset in which wall times are shown, or {@code null} where the log tells no zone: they are as it has them
 * @param yearKnown whether the dates have a year
 * @param baseMicros what zero is: microseconds since 1970 of the wall clock as it is shown, or since boot
 */
record TimeAxis(@Nullable Integer boot, @Nullable ZoneOffset offset, boolean yearKnown, long baseMicros) {
    private static final long DAY = 86_400_000_000L;

    /** One for the wall clock, else one for each boot that has something to show; none where nothing has a time. */
    static List<TimeAxis> of(HostReport host) {
        List<Moment> moments = Stream.concat(
                        host.bursts().stream().map(Burst::start),
                        host.context().stream().map(ContextEvent::at))
                .toList();
        List<Moment> walls = moments.stream().filter(Moment::hasWall).toList();
        if (!walls.isEmpty()) {
            Optional<ZoneOffset> offset =
                    walls.stream().flatMap(m -> Stream.ofNullable(m.offset())).findFirst();
            boolean zoned = walls.stream().allMatch(m -> m.offset() != null);
            boolean years = walls.stream().allMatch(Moment::yearKnown);
            TimeAxis raw = new TimeAxis(null, zoned ? offset.orElse(null) : null, years, 0);
            long first = walls.stream()
                    .flatMap(m -> Stream.ofNullable(raw.at(m)))
                    .mapToLong(Long::longValue)
                    .min()
                    .orElse(0);
            return List.of(new TimeAxis(null, raw.offset, years, Math.floorDiv(first, DAY) * DAY));
        }
        TreeSet<Integer> boots = new TreeSet<>();
        host.bursts().stream().filter(b -> b.start().uptimeMicros() != null).forEach(b -> boots.add(b.boot()));
        host.context().stream().filter(c -> c.at().uptimeMicros() != null).forEach(c -> boots.add(c.boot()));
        List<TimeAxis> axes = new ArrayList<>();
        boots.forEach(boot -> axes.add(new TimeAxis(boot, null, false, 0)));
        return axes;
    }

    /** Whether the axis is the wall clock's. */
    boolean isWall() {
        return boot == null;
    }

    /** Whether what happened in that boot stands on it. */
    boolean has(int otherBoot) {
        return boot == null || boot == otherBoot;
    }

    /** Microseconds from the axis's zero, or {@code null} where the moment has no place on it. */
    @Nullable
    Long at(@Nullable Moment moment) {
        if (moment == null) {
            return null;
        }
        if (boot != null) {
            return moment.uptimeMicros();
        }
        LocalDateTime wall = moment.wall();
        if (wall == null) {
            return null;
        }
        ZoneOffset own = moment.offset();
        ZoneOffset shown = offset;
        LocalDateTime local = own == null || shown == null
                ? wall
                : wall.plusSeconds((long) shown.getTotalSeconds() - own.getTotalSeconds());
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), local) - baseMicros;
    }
}
