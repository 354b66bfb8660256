package org.sockmortem.fleet.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That incidents of a host come back by a rule.
 *
 * @param host which
 * @param kind by which rule
 * @param minuteOfDay for {@link Kind#DAILY} and {@link Kind#WEEKLY}: the local time around which they begin, in minutes since midnight; else 0
 * @param weekDay for {@link Kind#WEEKLY}: 1 is Monday; else 0
 * @param incidents how many keep to the rule
 * @param of how many there are in all
 * @param occasions for {@link Kind#AFTER_BOOT} how many boots there were; else the days on which the incidents were
 * @param chance how often chance would bring this, over all times of the day
 */
public record Recurrence(
        String host, Kind kind, int minuteOfDay, int weekDay, int incidents, int of, int occasions, double chance) {

    /** The rules that are looked for. */
    public enum Kind {
        /** At one time of the day. */
        DAILY,
        /** At one time of one day of the week. */
        WEEKLY,
        /** Soon after the host boots. */
        AFTER_BOOT,
        /** Since another kernel runs, and never before. */
        SINCE_KERNEL
    }

    /**
     * Hosts whose incidents come back by the same rule.
     *
     * @param kind the rule
     * @param minuteOfDay the middle of theirs
     * @param weekDay of the rule
     * @param release of {@link Kind#SINCE_KERNEL}, else {@code null}
     * @param hosts each of them
     */
    public record Group(
            Kind kind,
            int minuteOfDay,
            int weekDay,
            @Nullable String release,
            List<Recurrence> hosts) {
        /** Copies the list. */
        public Group {
            hosts = List.copyOf(hosts);
        }
    }
}
