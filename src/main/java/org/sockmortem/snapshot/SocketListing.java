package org.sockmortem.snapshot;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a listing of sockets, by ss(8) or netstat(8), and keeps none of them: {@code ss.state.CLOSE-WAIT}. A state without a row
 * gives no reading, for the listing may have been of some states only.
 *
 * <p>Where the listing names processes: {@code ss.close-wait.holder} is the program that holds most sockets in CLOSE-WAIT, {@code ss.close-wait.held}
 * how many, and {@code ss.orphan-candidates} the sockets in FIN-WAIT-1, LAST-ACK or CLOSING that no process holds. Readings of netstat begin with
 * {@code netstat} instead.
 */
final class SocketListing implements LineReader {
    private static final String ADDRESSES = "\\s++\\d++\\s++\\d++\\s++[^\\s:]*+[:\\[]\\S*+\\s++\\S++";
    private static final Pattern SS = Pattern.compile("(tcp\\s++)?(" + SocketState.words(false) + ")" + ADDRESSES
            + "(?:.*?\\busers:\\(\\(\"([^\"]{1,64})\".*+|.*+)");
    private static final Pattern NETSTAT = Pattern.compile("tcp6?" + ADDRESSES + "\\s++(" + SocketState.words(true)
            + ")(?:\\s++\\S++\\s++\\d++)?(?:\\s++(?:\\d++/(\\S++)|-))?(?:\\s.*+)?");

    /** Names of programs that are told apart; comm has fifteen characters, so no host has more. */
    private static final int PROGRAMS = 4096;

    private final Collected into;
    private final Map<SocketState, Tally> states = new EnumMap<>(SocketState.class);
    private final Map<String, Long> holders = new HashMap<>();
    private final Tally orphans = new Tally();
    private String prefix = "ss";
    private boolean hasFamilies;
    private boolean isPartial;
    private long named;
    private long living;

    /** How many, and where the first stood. */
    private static final class Tally {
        private long count;
        private long line;

        void add(long number) {
            line = count++ == 0 ? number : line;
        }
    }

    SocketListing(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        if (line.startsWith("Netid")) {
            hasFamilies = true;
        } else if (line.contains("Not all processes could be identified")) {
            isPartial = true;
        }
        Matcher ss = SS.matcher(line);
        if (ss.matches()) {
            // where families have a column, a row without one is of no socket of TCP
            if (ss.group(1) != null || !hasFamilies) {
                row(SocketState.of(ss.group(2)), ss.group(3), number);
            }
            return;
        }
        Matcher netstat = NETSTAT.matcher(line);
        if (netstat.matches()) {
            prefix = "netstat";
            row(SocketState.of(netstat.group(1)), netstat.group(2), number);
        }
    }

    private void row(@Nullable SocketState state, @Nullable String program, long number) {
        if (state == null) {
            return;
        }
        states.computeIfAbsent(state, s -> new Tally()).add(number);
        if (state == SocketState.ESTAB || state == SocketState.LISTEN) {
            living++;
            named += program == null ? 0 : 1;
        }
        if (program == null && state.isOrphans()) {
            orphans.add(number);
        }
        if (program != null
                && state == SocketState.CLOSE_WAIT
                && (holders.size() < PROGRAMS || holders.containsKey(program))) {
            holders.merge(program, 1L, Long::sum);
        }
    }

    @Override
    public void end(boolean whole) {
        if (states.isEmpty()) {
            return;
        }
        if (!whole) {
            into.unreadable(prefix + ".state", 0);
            return;
        }
        states.forEach((state, tally) -> into.known(prefix + ".state." + state.id(), tally.count, tally.line));
        Tally waiting = states.get(SocketState.CLOSE_WAIT);
        if (waiting != null && !holders.isEmpty()) {
            Map.Entry<String, Long> most = holders.entrySet().stream()
                    .min(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow();
            into.known(prefix + ".close-wait.holder", most.getKey(), waiting.line);
            into.known(prefix + ".close-wait.held", most.getValue(), waiting.line);
        }
        // Sockets of the kernel itself have no process, so not all of the living need one; most must, or the asker was
        // not allowed to see them.
        if (orphans.count > 0 && !isPartial && named * 2 > living) {
            into.known(prefix + ".orphan-candidates", orphans.count, orphans.line);
        }
    }
}
