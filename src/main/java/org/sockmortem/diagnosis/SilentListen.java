package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * Listeners whose queues were full without a line in the log: that of finished connections is never logged (sk_acceptq_is_full(), include/net/sock.h), that of half-open ones once a
 * socket.
 */
final class SilentListen {
    private SilentListen() {}

    /** What the counters alone tell. */
    static Optional<Finding> find(Case c) {
        Optional<Known> overflows = counter(c, "ListenOverflows");
        Optional<Known> cookies = counter(c, "TCPReqQFullDoCookies");
        Optional<Known> dropped = counter(c, "TCPReqQFullDrop");
        if (overflows.isEmpty() && cookies.isEmpty() && dropped.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft("listen-backlog-too-small", List.of(), ListenQueue.SOMAXCONN, ListenQueue.SYN_BACKLOG);
        overflows.ifPresent(k -> draft.because(k.ref(), "silent.listen.overflows", k.value(), BootCounters.since(c)));
        cookies.ifPresent(k -> draft.because(k.ref(), "listen.cookies", k.value(), BootCounters.since(c)));
        dropped.ifPresent(k -> draft.because(k.ref(), "listen.dropped", k.value(), BootCounters.since(c)));
        draft.because(null, "silent.listen.no-line").decide("silent.decide.listen");
        ListenQueue queue = ListenQueue.of(c);
        draft.because(null, queue.sentence());
        queue.room().ifPresent(room -> draft.because(room.ref(), "listen.room", room.value()));
        Configuration.describe(draft, c, ListenQueue.SOMAXCONN);
        ListenBacklogTooSmall.advise(draft, Known.sysctl(c, ListenQueue.SOMAXCONN), queue);
        return Optional.of(draft.finding(Severity.INFO, overflows.isPresent() ? Verdict.LIKELY : Verdict.POSSIBLE));
    }

    private static Optional<Known> counter(Case c, String name) {
        return BootCounters.tcp(c, name).filter(k -> k.value() > 0);
    }
}
