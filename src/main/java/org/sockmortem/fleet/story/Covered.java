package org.sockmortem.fleet.story;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.postmortem.HostReport.Stretch;

/**
 * The time that a host's logs cover, on one clock.
 *
 * @param clock which
 * @param from its begin
 * @param to its end
 * @param gaps in it
 */
record Covered(
        Start.@Nullable Clock clock,
        @Nullable LocalDateTime from,
        @Nullable LocalDateTime to,
        List<Stretch> gaps) {

    static Covered of(HostFacts digest) {
        return of(digest.first(), digest.last(), digest.uncovered());
    }

    static Covered of(@Nullable Moment first, @Nullable Moment last, List<Stretch> gaps) {
        Start.Clock clock = first == null || last == null ? null : Start.clockOf(first);
        boolean same = clock != null && last != null && clock == Start.clockOf(last);
        return same && first != null && last != null
                ? new Covered(clock, Start.reading(first), Start.reading(last), gaps)
                : new Covered(null, null, null, gaps);
    }

    /** Whether its logs are of the moment at which that began. */
    boolean has(SharedIncident incident) {
        LocalDateTime at = incident.starts().get(0).at();
        return clock == incident.clock()
                && from != null
                && to != null
                && !at.isBefore(from)
                && !at.isAfter(to)
                && gaps.stream().noneMatch(g -> isIn(at, g));
    }

    private static boolean isIn(LocalDateTime at, Stretch gap) {
        LocalDateTime begin = Start.reading(gap.from());
        LocalDateTime end = Start.reading(gap.to());
        return begin != null && end != null && at.isAfter(begin) && at.isBefore(end);
    }

    /** From the first moment to the last, without the gaps, in seconds; {@code null} where it is not known. */
    @Nullable
    Double seconds() {
        if (from == null || to == null) {
            return null;
        }
        double all = Start.seconds(to) - Start.seconds(from);
        for (Stretch gap : gaps) {
            all -= gap.to().secondsSince(gap.from());
        }
        return Math.max(0, all);
    }
}
