package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code ss -s} prints of TCP, {@code TCP:   163 (estab 82, closed 17, orphaned 0, timewait 3)}: {@code ss.summary.orphaned} and so on. It reads
 * {@code /proc/net/sockstat} itself, so {@code orphaned} is the same gauge.
 */
final class SocketSummary implements LineReader {
    private static final Pattern TCP = Pattern.compile("TCP:\\s++(\\d{1,18}) \\((.*)\\).*+");
    private static final Pattern PART = Pattern.compile("([a-z]++) (\\d{1,18})(?:/\\d++)?(?=,|$)");

    private final Collected into;

    SocketSummary(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher tcp = TCP.matcher(line);
        if (!tcp.matches()) {
            return;
        }
        into.known("ss.summary.total", tcp.group(1), number);
        Matcher part = PART.matcher(tcp.group(2));
        while (part.find()) {
            into.known("ss.summary." + part.group(1), part.group(2), number);
        }
    }
}
