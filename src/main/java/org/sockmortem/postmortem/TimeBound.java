package org.sockmortem.postmortem;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;

/** One end of the stretch of time that a report is cut to, as the user said it. */
public sealed interface TimeBound {

    /** An instant: {@code 2025-10-28T21:58:48+01:00}. */
    record At(OffsetDateTime instant) implements TimeBound {}

    /** A time in the log's own zone: {@code 2025-10-28T21:58:48}. */
    record Local(LocalDateTime wall) implements TimeBound {}

    /** The kernel's own clock: {@code 63286s}, in microseconds. */
    record Uptime(long micros) implements TimeBound {}

    /** Back from the log's last moment, never from the clock: {@code 1 hour ago}. */
    record Ago(Duration before) implements TimeBound {}

    /**
     * How a moment lies to this bound: negative before it, positive after it, 0 at it; {@code null} where the log does not say enough.
     *
     * @param last the log's last moment, or {@code null}
     */
    default @Nullable Integer compare(Moment moment, @Nullable Moment last) {
        if (this instanceof Uptime uptime) {
            Long micros = moment.uptimeMicros();
            return micros == null ? null : Integer.valueOf(Long.compare(micros, uptime.micros));
        }
        if (this instanceof Ago ago) {
            return last == null || !moment.isTimed() ? null : ago(ago.before, moment, last);
        }
        if (this instanceof At at && moment.utc() != null) {
            OffsetDateTime utc = moment.utc();
            return utc == null ? null : Integer.valueOf(utc.compareTo(at.instant));
        }
        LocalDateTime wall = moment.wall();
        LocalDateTime bound = this instanceof At at ? at.instant.toLocalDateTime() : ((Local) this).wall;
        if (wall == null) {
            return null;
        }
        // a year that the log does not tell is taken to be the one that the user means
        LocalDateTime shown = moment.yearKnown() ? wall : wall.withYear(bound.getYear());
        return shown.compareTo(bound);
    }

    private static @Nullable Integer ago(Duration before, Moment moment, Moment last) {
        LocalDateTime wall = moment.wall();
        LocalDateTime end = last.wall();
        if (wall != null && end != null) {
            return wall.compareTo(end.minus(before));
        }
        Long uptime = moment.uptimeMicros();
        Long lastUptime = last.uptimeMicros();
        return uptime == null || lastUptime == null
                ? null
                : Integer.valueOf(Long.compare(uptime, lastUptime - before.toNanos() / 1_000));
    }
}
