package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/**
 * A listener's queue of half-open connections was full, told by {@code possible SYN flooding on port N} (inet_csk_reqsk_queue_is_full()): an
 * attack, or only a queue too short for the load.
 */
final class ListenBacklogTooSmall implements Rule {
    private static final String SOMAXCONN = ListenQueue.SOMAXCONN;

    /** SOMAXCONN of 5.4 and later, include/linux/socket.h. */
    private static final long MODERN = 4096;

    @Override
    public String cause() {
        return "listen-backlog-too-small";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> bursts = c.bursts(Signal.TCP_SYN_FLOOD);
        if (bursts.isEmpty()) {
            return SilentListen.find(c).stream().toList();
        }
        Draft draft = new Draft(cause(), bursts, SOMAXCONN, ListenQueue.SYN_BACKLOG).said("listen.line");
        draft.because(null, "listen.latched");
        ListenQueue queue = ListenQueue.of(c);
        draft.because(null, queue.sentence());
        queue.room().ifPresent(room -> draft.because(room.ref(), "listen.room", room.value()));
        Optional<Known> overflows = BootCounters.tcp(c, "ListenOverflows");
        boolean overflowed = overflows.isPresent() && overflows.get().value() > 0;
        if (overflowed) {
            draft.because(
                    overflows.get().ref(), "listen.overflows", overflows.get().value());
        } else {
            overflows.ifPresent(k -> draft.against(k.ref(), "listen.no-overflows", BootCounters.since(c)));
            draft.decide("listen.counters.missing");
        }
        describeHalfOpen(draft, c);
        if (overflowed) {
            draft.decide("listen.peers.missing");
        } else {
            draft.missing("listen.peers.missing");
        }
        advise(draft, Known.sysctl(c, SOMAXCONN), queue);
        Configuration.describe(draft, c, SOMAXCONN);
        return List.of(draft.finding(Severity.WARNING, overflowed ? Verdict.LIKELY : Verdict.POSSIBLE));
    }

    /** Requests that found the queue full, 3.2 and later, by what became of them. */
    private static void describeHalfOpen(Draft draft, Case c) {
        Optional<Known> cookies = BootCounters.tcp(c, "TCPReqQFullDoCookies").filter(k -> k.value() > 0);
        Optional<Known> dropped = BootCounters.tcp(c, "TCPReqQFullDrop").filter(k -> k.value() > 0);
        cookies.ifPresent(k -> draft.because(k.ref(), "listen.cookies", k.value(), BootCounters.since(c)));
        dropped.ifPresent(k -> draft.because(k.ref(), "listen.dropped", k.value(), BootCounters.since(c)));
    }

    static void advise(Draft draft, Optional<Known> somaxconn, ListenQueue queue) {
        draft.limit(SOMAXCONN, somaxconn);
        if (somaxconn.isEmpty()) {
            draft.action(Remedy.Kind.COLLECT, "listen.read-first");
        } else if (somaxconn.get().value() < MODERN) {
            draft.set(SOMAXCONN, MODERN, "listen.raise", somaxconn.get().value(), MODERN);
        }
        draft.action(Remedy.Kind.APPLICATION, "listen.application")
                .action(Remedy.Kind.COLLECT, "listen.collect")
                .action(Remedy.Kind.COLLECT, "listen.watch")
                .avoid("listen.not.cookies");
        if (queue.isBacklogAlone()) {
            draft.avoid("listen.not.syn-backlog");
        }
    }
}
