package org.sockmortem.fleet.planted;

import java.time.Instant;
import org.sockmortem.event.Wording;

/**
 * Calls of one wording on a host.
 *
 * @param wording what the kernel wants to say
 * @param start of the first call, in true time
 * @param seconds that it lasts
 * @param perSecond calls
 * @param shared number of the incident that several hosts share, or -1
 */
record PlantedIncident(Wording wording, Instant start, int seconds, int perSecond, int shared) {}
