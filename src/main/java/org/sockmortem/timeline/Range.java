package org.sockmortem.timeline;

import org.sockmortem.clock.Moment;

/** A stretch of time to report. */
public interface Range {
    /** All of it. */
    Range EVERYTHING = (from, to) -> true;

    /** Whether a moment of the stretch from one to the other, both included, lies in the range. */
    boolean overlaps(Moment from, Moment to);

    /** Whether a moment lies in the range. */
    default boolean contains(Moment at) {
        return overlaps(at, at);
    }
}
