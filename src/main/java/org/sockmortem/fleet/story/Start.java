package org.sockmortem.fleet.story;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Incident;

/**
 * When an incident began on a host, on a clock that others can be compared with.
 *
 * @param host the host's name
 * @param incident its id on that host
 * @param clock which clock {@code at} is of
 * @param at the moment
 * @param plusMinusMicros how far it may be off
 * @param signals of the incident's bursts
 * @param events of them all, the suppressed ones at their likely number
 */
public record Start(
        String host,
        String incident,
        Clock clock,
        LocalDateTime at,
        long plusMinusMicros,
        Set<Signal> signals,
        long events) {

    /** Which hosts' clocks can be compared. */
    public enum Clock {
        /** The point in UTC is known. */
        UTC,
        /** The year is known, the zone is not: comparable with others whose zone is as unknown, if they stand in one place. */
        LOCAL,
        /** Neither is known. */
        YEARLESS
    }

    /** A leap year, so that every day of a log without years is in it. */
    private static final int STAND_IN = 2000;

    /** Seconds since 1970 on its clock. */
    public double seconds() {
        return seconds(at);
    }

    static double seconds(LocalDateTime at) {
        return ChronoUnit.MICROS.between(LocalDateTime.of(1970, 1, 1, 0, 0), at) / 1e6;
    }

    /** The same in seconds. */
    public double plusMinusSeconds() {
        return plusMinusMicros / 1e6;
    }

    /** The incident's start, or {@code null} where it has no time that could be compared. */
    static @Nullable Start of(String host, Incident incident, Map<String, Burst> bursts) {
        Moment start = incident.start();
        Clock clock = clockOf(start);
        LocalDateTime at = reading(start);
        if (clock == null || at == null) {
            return null;
        }
        Set<Signal> signals = EnumSet.noneOf(Signal.class);
        long events = 0;
        for (String id : incident.bursts()) {
            Burst burst = bursts.get(id);
            if (burst != null) {
                signals.add(burst.signal());
                events += burst.likelyEvents();
            }
        }
        long plusMinus = Math.max(start.plusMinusMicros(), start.wallPlusMinusMicros());
        return new Start(host, incident.id(), clock, at, plusMinus, signals, events);
    }

    /** Bursts by their ids. */
    static Map<String, Burst> byId(Iterable<Burst> bursts) {
        Map<String, Burst> byId = new HashMap<>();
        bursts.forEach(b -> byId.put(b.id(), b));
        return byId;
    }

    static @Nullable Clock clockOf(Moment moment) {
        if (!moment.hasWall() || !moment.isTimed()) {
            return null;
        }
        if (!moment.yearKnown()) {
            return Clock.YEARLESS;
        }
        return moment.offset() == null ? Clock.LOCAL : Clock.UTC;
    }

    /** The reading on its own clock; {@code null} where there is none. */
    static @Nullable LocalDateTime reading(Moment moment) {
        OffsetDateTime utc = moment.utc();
        LocalDateTime wall = moment.wall();
        if (utc != null) {
            return utc.toLocalDateTime();
        }
        return wall == null || moment.yearKnown() ? wall : wall.withYear(STAND_IN);
    }
}
