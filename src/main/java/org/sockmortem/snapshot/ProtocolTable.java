package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * TCP's rows of {@code /proc/net/protocols}: {@code protocols.TCP.sockets}, {@code protocols.TCP.memory} in pages (of IPv4 and IPv6 together, in either row) and
 * {@code protocols.TCP.press}, {@code yes} while memory is above the second value of tcp_mem.
 */
final class ProtocolTable implements LineReader {
    private static final Pattern ROW =
            Pattern.compile("(TCP|TCPv6)\\s+\\d+\\s+(\\d{1,18})\\s+(\\d{1,18})\\s+(yes|no)\\s.*");

    private final Collected into;

    ProtocolTable(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
            String prefix = "protocols." + row.group(1) + ".";
            into.known(prefix + "sockets", row.group(2), number);
            into.known(prefix + "memory", row.group(3), number);
            into.known(prefix + "press", row.group(4), number);
        }
    }
}
