package org.sockmortem.diagnosis;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.event.Wording;

/**
 * What decides how many half-open connections a listener has room for.
 *
 * @param era which kernels' rule holds
 * @param room the most that any listener of the host can have, or empty where it is unknown or plenty
 */
record ListenQueue(Era era, Optional<Known> room) {
    static final String SOMAXCONN = "net.core.somaxconn";
    static final String SYN_BACKLOG = "net.ipv4.tcp_max_syn_backlog";

    /** With more room than this it takes more than a busy minute to fill it. */
    private static final long LITTLE = 1024;

    /** Rules. */
    enum Era {
        /** reqsk_queue_alloc(), net/core/request_sock.c, up to 4.2: three numbers decide, up to a power of two. */
        THREE_NUMBERS,
        /** inet_csk_reqsk_queue_is_full(), 4.4 and later: the program's backlog below somaxconn. */
        BACKLOG,
        /** One of them. */
        UNKNOWN
    }

    static ListenQueue of(Case c) {
        Era era = era(c.release(), c.age());
        Optional<Known> ceiling = Known.sysctl(c, SOMAXCONN);
        Optional<Known> synBacklog = era == Era.THREE_NUMBERS ? Known.sysctl(c, SYN_BACKLOG) : Optional.empty();
        Optional<Known> least = ceiling.filter(k ->
                        synBacklog.isEmpty() || k.value() <= synBacklog.get().value())
                .or(() -> ceiling.isEmpty() ? Optional.empty() : synBacklog);
        Optional<Known> room = least.map(k -> new Known(
                era == Era.BACKLOG ? k.value() : powerAbove(Math.max(k.value(), 8)), k.ref(), k.configured()));
        return new ListenQueue(era, room.filter(r -> r.value() <= LITTLE));
    }

    private static Era era(@Nullable KernelRelease release, Wording.Age age) {
        if (release != null) {
            return release.atLeast(4, 4, 0) ? Era.BACKLOG : Era.THREE_NUMBERS;
        }
        return switch (age) {
            case UP_TO_2_4, UP_TO_3_2 -> Era.THREE_NUMBERS;
            case SINCE_4_5, SINCE_6_2 -> Era.BACKLOG;
            case ANY, SINCE_3_2, SINCE_3_3 -> Era.UNKNOWN;
        };
    }

    /** roundup_pow_of_two(n + 1); the larger of both rules, where it is not known which holds. */
    private static long powerAbove(long n) {
        return Long.highestOneBit(Math.min(n, Integer.MAX_VALUE)) << 1;
    }

    /** The sentence on what decides. */
    String sentence() {
        return switch (era) {
            case THREE_NUMBERS -> "listen.old";
            case BACKLOG -> "listen.new";
            case UNKNOWN -> "listen.either";
        };
    }

    boolean isBacklogAlone() {
        return era == Era.BACKLOG;
    }
}
