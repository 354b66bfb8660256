package org.sockmortem.diagnosis;

/**
 * How long an orphan lives whose peer is silent: tcp_orphan_retries() and tcp_fin_time() in net/ipv4, 2.6.32 to 7.1. A peer that answers, but takes no data, keeps it for longer.
 */
final class OrphanLife {
    /** tcp_orphan_retries at 0 means so many, as long as the timer has not backed off for good. */
    private static final long DEFAULT_RETRIES = 8;

    private static final long MOST_RETRIES = 255;

    /** TCP_RTO_MIN and TCP_RTO_MAX in milliseconds, include/net/tcp.h. */
    private static final long FIRST_TIMEOUT = 200;

    private static final long LAST_TIMEOUT = 120_000;

    /** TCP_TIMEWAIT_LEN in seconds: what tcp_fin_timeout has beyond it, an orphan spends in FIN_WAIT2. */
    private static final long TIME_WAIT = 60;

    private OrphanLife() {}

    /** In seconds, by the captured settings or the defaults in their place. */
    static long seconds(Case c) {
        long retries = Known.sysctl(c, "net.ipv4.tcp_orphan_retries")
                .map(Known::value)
                .filter(r -> r > 0)
                .orElse(DEFAULT_RETRIES);
        long timeout = FIRST_TIMEOUT;
        long millis = 0;
        for (long i = 0; i <= Math.min(retries, MOST_RETRIES); i++) {
            millis += timeout;
            timeout = Math.min(2 * timeout, LAST_TIMEOUT);
        }
        long beyond = Known.sysctl(c, "net.ipv4.tcp_fin_timeout")
                .map(t -> Math.min(Math.max(0, t.value() - TIME_WAIT), Integer.MAX_VALUE))
                .orElse(0L);
        return millis / 1000 + beyond;
    }
}
