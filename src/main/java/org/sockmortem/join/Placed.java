package org.sockmortem.join;

import org.sockmortem.clock.Moment;

/**
 * An event with its moment by the clock of its own chain.
 *
 * @param taped the event
 * @param at when, as the chain's clock says while it is read
 * @param segment number of the chain's segment that it is in
 */
record Placed(TapedEvent taped, Moment at, int segment) {}
