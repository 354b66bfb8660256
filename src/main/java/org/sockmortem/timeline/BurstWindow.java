package org.sockmortem.timeline;

import org.sockmortem.clock.Moment;

/**
 * One window of the limiter within a burst.
 *
 * @param from the first line of the window, of any signal
 * @param to the window's end by the model, or the burst's end where that comes first
 * @param printed lines of the burst's signal
 * @param suppressed events of the burst's signal that the limiter likely kept back
 */
public record BurstWindow(Moment from, Moment to, long printed, long suppressed) {}
