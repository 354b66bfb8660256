package org.sockmortem.diagnosis;

import java.util.Optional;
import org.sockmortem.snapshot.Reading;

/** What to do about orphans besides their limit, and which of the popular advice to leave alone. */
final class OrphanAdvice {
    private static final String FIN_TIMEOUT = "net.ipv4.tcp_fin_timeout";
    private static final String RETRIES = "net.ipv4.tcp_orphan_retries";
    private static final String RECYCLE = "net.ipv4.tcp_tw_recycle";
    private static final String PORTS = "net.ipv4.ip_local_port_range";

    /** TCP_TIMEWAIT_LEN in seconds, include/net/tcp.h: a longer tcp_fin_timeout keeps an orphan for what is beyond. */
    private static final long TIME_WAIT_SECONDS = 60;

    /** More retries than these are worth shortening. */
    private static final long FEW_RETRIES = 5;

    private OrphanAdvice() {}

    /** Has orphans live less long, where what is set now is known. */
    static void shorten(Draft draft, Case c) {
        Known.sysctl(c, FIN_TIMEOUT)
                .filter(k -> k.value() > TIME_WAIT_SECONDS)
                .ifPresent(k -> draft.set(FIN_TIMEOUT, TIME_WAIT_SECONDS, "orphans.fin-timeout", k.value()));
        Optional<Known> retries = Known.sysctl(c, RETRIES);
        if (retries.isEmpty()) {
            draft.action(Remedy.Kind.COLLECT, "orphans.retries.read-first");
        } else if (retries.get().value() == 0 || retries.get().value() > FEW_RETRIES) {
            draft.set(RETRIES, FEW_RETRIES, "orphans.retries", retries.get().value());
        }
    }

    /** What the host's own settings show that somebody tried in vain, and what the line itself tempts to. */
    static void warn(Draft draft, Case c) {
        Known.sysctl(c, RECYCLE)
                .filter(k -> k.value() != 0)
                .ifPresent(k -> draft.avoid("orphans.not.tw-recycle", k.where()));
        draft.avoid("orphans.not.lower");
        Known.sysctl(c, FIN_TIMEOUT)
                .filter(k -> k.value() < TIME_WAIT_SECONDS)
                .ifPresent(k -> draft.avoid("orphans.not.fin-timeout", k.value()));
        Reading ports = c.snapshot().find(PORTS);
        String range = ports == null ? null : ports.value();
        if (range != null && !range.startsWith("32768 ")) {
            draft.avoid("orphans.not.ports", range);
        }
        draft.avoid("orphans.not.time-wait");
        if (draft.anySuppressed()) {
            draft.avoid("not.message-burst");
        }
    }
}
