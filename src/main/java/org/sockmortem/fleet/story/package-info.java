/**
 * What many hosts tell together: incidents that they share, what comes back, settings that are alike, what to look at first, and who
 * tells too little.
 *
 * <p>Reads one {@link org.sockmortem.fleet.HostFacts} after the other and keeps little of each; gives {@link
 * org.sockmortem.fleet.story.FleetReport}, a value.
 */
@NullMarked
package org.sockmortem.fleet.story;

import org.jspecify.annotations.NullMarked;
