package org.sockmortem.diagnosis;

import java.util.List;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/**
 * Connections were refused for want of room while SYN cookies were off, told by {@code TCP: drop open request from}: the kernel says it only with
 * {@code tcp_syncookies} at 0 (tcp_conn_request(), net/ipv4/tcp_input.c, and its ancestors).
 */
final class SynCookiesOff implements Rule {
    private static final String COOKIES = "net.ipv4.tcp_syncookies";

    @Override
    public String cause() {
        return "syn-cookies-off";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> bursts = c.bursts(Signal.TCP_OPEN_REQUEST_DROPPED);
        if (bursts.isEmpty()) {
            return List.of();
        }
        Draft draft = new Draft(cause(), bursts, COOKIES, "net.ipv4.tcp_max_syn_backlog").said("cookies.line");
        // The line itself proves the current value.
        return List.of(draft.set(COOKIES, 1, "cookies.on")
                .action(Remedy.Kind.COLLECT, "listen.collect")
                .finding(Severity.WARNING, Verdict.CONFIRMED));
    }
}
