package org.sockmortem.join;

import org.sockmortem.clock.Moment;

/**
 * A stretch of time that no log covers.
 *
 * @param from the last moment before it
 * @param to the first moment after it
 */
public record Gap(Moment from, Moment to) {}
