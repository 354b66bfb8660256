package org.sockmortem.diagnosis;

import java.util.Optional;

/** What the kernel's counters tell: how often something happened between the boot and the capture, and never when. */
final class BootCounters {
    private static final String PREFIX = "netstat.TcpExt.";

    private BootCounters() {}

    /** A counter of TCP, whichever tool printed it. */
    static Optional<Known> tcp(Case c, String name) {
        return Known.sysctl(c, PREFIX + name);
    }

    /** {@code since boot}, or how long that was where the capture tells. */
    static String since(Case c) {
        return Known.sysctl(c, "uptime.seconds")
                .map(Known::value)
                .or(() -> Known.sysctl(c, "uptime.minutes").map(m -> m.value() * 60))
                .map(s -> Sentences.of("counter.since.span", CaptureTime.span(s)))
                .orElseGet(() -> Sentences.of("counter.since"));
    }

    /** Sockets that tcp_check_oom() or its forerunners cut, one each: TCPAbortOnMemory. */
    static void aborted(Draft draft, Case c) {
        say(draft, c, "TCPAbortOnMemory", "counter.abort", "counter.abort.zero");
    }

    /** Times that TCP's memory went over the second value of tcp_mem: TCPMemoryPressures. */
    static void pressed(Draft draft, Case c) {
        say(draft, c, "TCPMemoryPressures", "counter.pressure", "counter.pressure.zero");
    }

    private static void say(Draft draft, Case c, String name, String some, String none) {
        Optional<Known> counter = tcp(c, name);
        if (counter.isEmpty()) {
            return;
        }
        if (counter.get().value() > 0) {
            draft.because(counter.get().ref(), some, counter.get().value(), since(c));
        } else {
            // it happened, so a counter that knows nothing of it is of another boot or of before
            draft.missing(none, counter.get().where());
        }
    }
}
