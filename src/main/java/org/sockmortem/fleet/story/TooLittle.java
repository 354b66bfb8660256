package org.sockmortem.fleet.story;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.fleet.Status;

/**
 * A host on which nothing was found and of which little was to be read: that nothing was found says little.
 *
 * @param host which
 * @param why what is missing
 * @param seconds how long its logs cover, or {@code null}
 */
public record TooLittle(String host, Why why, @Nullable Double seconds) {
    /** Less than an hour of a log is a piece of one. */
    private static final double SHORT = 3_600;

    /** What is missing. */
    public enum Why {
        /** Not one line of a log was read. */
        NO_LOG,
        /** No line has a time. */
        NO_TIME,
        /** The logs cover less than an hour. */
        SHORT,
        /** More of the time between the first line and the last is not covered than is. */
        GAPS;

        /** The name in reports. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String toString() {
            return id();
        }
    }

    /** Of a host, or {@code null} where there is enough, or something was found, or nothing could be read at all. */
    static @Nullable TooLittle of(String host, HostFacts digest) {
        if (digest.status() == Status.FAILED || !digest.bursts().isEmpty()) {
            return null;
        }
        if (digest.lines() == 0) {
            return new TooLittle(host, Why.NO_LOG, null);
        }
        if (digest.first() == null || digest.last() == null) {
            return new TooLittle(host, Why.NO_TIME, null);
        }
        Double seconds = Covered.of(digest).seconds();
        if (seconds == null
                && digest.first().uptimeMicros() != null
                && digest.last().uptimeMicros() != null) {
            seconds = Math.max(0, (digest.last().uptimeMicros() - digest.first().uptimeMicros()) / 1e6);
        }
        if (seconds == null) {
            return null;
        }
        double gaps = digest.uncovered().stream()
                .mapToDouble(g -> g.to().secondsSince(g.from()))
                .sum();
        if (gaps > seconds) {
            return new TooLittle(host, Why.GAPS, seconds);
        }
        return seconds < SHORT ? new TooLittle(host, Why.SHORT, seconds) : null;
    }
}
