package org.sockmortem.snapshot;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts the rows of {@code /proc/net/tcp} or {@code tcp6} by state, {@code tcp.state.CLOSE-WAIT}, and keeps none of them. A row in FIN-WAIT-1, LAST-ACK
 * or CLOSING with the inode 0 is an orphan: sock_orphan() takes its inode away ({@code tcp.orphan-candidates}).
 */
final class SocketTable implements LineReader {
    private static final String QUEUES = "[0-9A-F]{8}:[0-9A-F]{8}";
    private static final Pattern ROW = Pattern.compile(
            "\\s*+\\d++: ([0-9A-F]{8}(?:[0-9A-F]{24})?):[0-9A-F]{4} [0-9A-F]++:[0-9A-F]{4} ([0-9A-F]{2}) " + QUEUES
                    + " [0-9A-F]{2}:[0-9A-F]{8} [0-9A-F]{8}\\s++\\d++\\s++\\d++ (\\d++).*+");

    /** Digits of an IPv4 address in hexadecimal. */
    private static final int FOUR = 8;

    private final Collected into;
    private final Map<SocketState, long[]> states = new EnumMap<>(SocketState.class);
    private final long[] orphans = new long[2];
    private String prefix = "tcp";

    SocketTable(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher row = ROW.matcher(line);
        SocketState state = row.matches() ? SocketState.of(row.group(2)) : null;
        if (state == null) {
            return;
        }
        prefix = row.group(1).length() == FOUR ? "tcp" : "tcp6";
        count(states.computeIfAbsent(state, s -> new long[2]), number);
        if (state.isOrphans() && row.group(3).equals("0")) {
            count(orphans, number);
        }
    }

    /** Counts in the first, and keeps the first line's number in the second. */
    private static void count(long[] tally, long number) {
        tally[1] = tally[0]++ == 0 ? number : tally[1];
    }

    @Override
    public void end(boolean whole) {
        if (!whole) {
            into.unreadable(prefix + ".state", 0);
            return;
        }
        states.forEach((state, tally) -> into.known(prefix + ".state." + state.id(), tally[0], tally[1]));
        if (orphans[0] > 0) {
            into.known(prefix + ".orphan-candidates", orphans[0], orphans[1]);
        }
    }
}
