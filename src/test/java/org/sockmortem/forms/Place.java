package org.sockmortem.forms;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * When a machine booted, and what its clocks show: after its kernel was built, for a clock that says otherwise was not set.
 *
 * @param boot the moment of uptime 0
 * @param zone of its wall clock
 */
record Place(Instant boot, ZoneId zone) {
    /** A day of one digit, an hour east of Greenwich. */
    static final Place MARCH = new Place(Instant.parse("2027-03-03T09:00:00.250Z"), ZoneId.of("Europe/Berlin"));

    /** A day of two digits. */
    static final Place NOVEMBER = new Place(Instant.parse("2026-11-23T22:10:05.250Z"), ZoneId.of("Europe/Berlin"));

    /** Summer time, four hours west. */
    static final Place OCTOBER = new Place(Instant.parse("2027-10-28T21:58:10.250Z"), ZoneId.of("America/New_York"));

    /** The first one, in the zone of machines. */
    static final Place UTC = new Place(MARCH.boot, ZoneOffset.UTC);
}
