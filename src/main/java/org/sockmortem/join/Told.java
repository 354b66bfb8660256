package org.sockmortem.join;

import java.time.LocalDate;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.ClockModel;

/**
 * What is known of a host's stamps from elsewhere than its logs.
 *
 * @param year of the first stamp without one, or {@code null}
 * @param zone rules of the zone of stamps that carry no offset, or {@code null}
 * @param lastNotAfter no stamp is younger than this day, or {@code null}
 * @param runningBoot the id of the boot in which the host was captured, or {@code null}
 */
public record Told(
        @Nullable Integer year,
        @Nullable ZoneRules zone,
        @Nullable LocalDate lastNotAfter,
        @Nullable String runningBoot) {
    ClockModel clock() {
        return new ClockModel(year, zone);
    }

    Told in(ZoneRules rules) {
        return new Told(year, rules, lastNotAfter, runningBoot);
    }

    Told inYear(int first) {
        return new Told(first, zone, lastNotAfter, runningBoot);
    }

    Told notAfter(LocalDate day) {
        return new Told(year, zone, day, runningBoot);
    }
}
