package org.sockmortem.timeline;

import org.sockmortem.event.Signal;

/**
 * A signal over a whole host: sums over its bursts, or occurrences of a context signal.
 *
 * @param signal what was said
 * @param printed lines, or occurrences of a context signal
 * @param repeated events told by "last message repeated"
 * @param suppressed events told only by a limiter's note
 */
public record SignalTotal(Signal signal, long printed, long repeated, Suppressed suppressed) {}
