package org.sockmortem.postmortem;

import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.timeline.Range;

/**
 * The stretch of time that a report is cut to. What cannot be placed in it, for want of a stamp of that kind, is reported.
 *
 * @param since its begin, or {@code null} for the log's
 * @param until its end, or {@code null} for the log's
 * @param last the log's last moment, or {@code null}
 */
record Cut(
        @Nullable TimeBound since,
        @Nullable TimeBound until,
        @Nullable Moment last) implements Range {
    @Override
    public boolean overlaps(Moment from, Moment to) {
        Integer end = since == null ? null : since.compare(to, last);
        Integer begin = until == null ? null : until.compare(from, last);
        return (end == null || end >= 0) && (begin == null || begin <= 0);
    }
}
