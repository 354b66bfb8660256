package org.sockmortem.diagnosis;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.timeline.Burst;

/** How far from the bursts a gauge was read, and what it can therefore tell of them. */
final class CaptureTime {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;

    private CaptureTime() {}

    /** Says when the gauge was read beside the finding's bursts, or that nothing tells. */
    static void describe(Draft draft, Known gauge) {
        describe(draft, gauge, 0);
    }

    /**
     * Says when the gauge was read beside the finding's bursts.
     *
     * @param life seconds after which what it counts is gone for the most part, or 0 where no such time is known
     */
    static void describe(Draft draft, Known gauge, long life) {
        Moment taken = gauge.takenAt();
        Optional<Burst> near = taken == null
                ? Optional.empty()
                : draft.bursts().stream()
                        .filter(b -> seconds(b.end(), taken).isPresent()
                                && seconds(b.start(), taken).isPresent())
                        .min(Comparator.comparingLong(b -> distance(b, taken)));
        if (taken == null || near.isEmpty()) {
            if (!draft.bursts().isEmpty()) {
                draft.missing("capture.time.missing");
            }
            return;
        }
        long after = seconds(near.get().end(), taken).orElseThrow();
        long before = -seconds(near.get().start(), taken).orElseThrow();
        String id = near.get().id();
        if (before > 0) {
            draft.because(gauge.ref(), "capture.before", span(before), id);
        } else if (after <= 0) {
            draft.because(gauge.ref(), "capture.during", id);
        } else if (life == 0) {
            draft.because(gauge.ref(), "capture.after", span(after), id);
        } else {
            String key = after <= life ? "capture.after.soon" : "capture.after.late";
            draft.because(gauge.ref(), key, span(after), id, span(life));
        }
    }

    /** Seconds outside of the burst, 0 within. */
    private static long distance(Burst burst, Moment taken) {
        long after = seconds(burst.end(), taken).orElseThrow();
        long before = -seconds(burst.start(), taken).orElseThrow();
        return Math.max(0, Math.max(after, before));
    }

    /**
     * Whole seconds from one moment to another, where both are points in time, or readings of one local clock in known years. A clock whose zone is known and one whose
     * zone is not are not compared.
     */
    static Optional<Long> seconds(Moment from, Moment to) {
        OffsetDateTime start = from.utc();
        OffsetDateTime end = to.utc();
        if (start != null && end != null) {
            return Optional.of(Duration.between(start, end).toSeconds());
        }
        @Nullable LocalDateTime first = from.wall();
        @Nullable LocalDateTime second = to.wall();
        boolean oneClock = from.offset() == null && to.offset() == null && from.yearKnown() && to.yearKnown();
        return oneClock && first != null && second != null
                ? Optional.of(Duration.between(first, second).toSeconds())
                : Optional.empty();
    }

    /** A length of time in its largest unit that leaves two or more, rounded down: {@code 95 s}, {@code 12 min}. */
    static String span(long seconds) {
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        }
        if (seconds < 2 * HOUR) {
            return seconds / MINUTE + " min";
        }
        return seconds < 2 * DAY ? seconds / HOUR + " h" : seconds / DAY + " days";
    }
}
