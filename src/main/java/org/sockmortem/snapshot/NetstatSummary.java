package org.sockmortem.snapshot;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code netstat -s} of net-tools prints: sentences under headings, {@code 17 times the listen queue of a socket overflowed}, and
 * {@code TCPTimeWaitOverflow: 17} for the counters that it has no sentence for. The wording has changed a little over its versions
 * (statistics.c). It leaves out most counters that are zero, so one that is not there is unknown.
 */
final class NetstatSummary implements LineReader {
    private static final Pattern HEADING = Pattern.compile("([A-Z]\\w{1,15}):\\s*+");
    private static final Pattern NAMED = Pattern.compile("\\s++([A-Z]\\w{2,60}):? (\\d{1,18})\\s*+");

    private record Sentence(String counter, Pattern text) {
        /** @param text with # in place of the number */
        static Sentence of(String counter, String text) {
            return new Sentence(counter, Pattern.compile("\\s*+" + text.replace("#", "(\\d{1,18})") + "[.]?\\s*+"));
        }
    }

    private static final List<Sentence> TCP = List.of(
            Sentence.of("ActiveOpens", "# active connections? openings"),
            Sentence.of("PassiveOpens", "# passive connection openings"),
            Sentence.of("AttemptFails", "# failed connection attempts"),
            Sentence.of("EstabResets", "# connection resets received"),
            Sentence.of("CurrEstab", "# connections established"),
            Sentence.of("InSegs", "# segments received"),
            Sentence.of("OutSegs", "# segments sen[dt] out"),
            Sentence.of("RetransSegs", "# segments retransmitt?ed"),
            Sentence.of("InErrs", "# bad segments received"),
            Sentence.of("OutRsts", "# resets sent"));

    private static final List<Sentence> TCP_EXT = List.of(
            Sentence.of("SyncookiesSent", "# SYN cookies sent"),
            Sentence.of("SyncookiesRecv", "# SYN cookies received"),
            Sentence.of("SyncookiesFailed", "# invalid SYN cookies received"),
            Sentence.of("EmbryonicRsts", "# resets received for embryonic SYN_RECV sockets"),
            Sentence.of("PruneCalled", "# packets pruned from receive queue because of socket buffer overrun"),
            Sentence.of("RcvPruned", "# packets (?:pruned|dropped) from receive queue"),
            Sentence.of("OfoPruned", "# packets dropped from out-of-order queue because of socket buffer overrun"),
            Sentence.of("TW", "# TCP sockets finished time wait in fast timer"),
            Sentence.of("TWRecycled", "# time wait sockets recycled by time stamp"),
            Sentence.of("TWKilled", "# TCP sockets finished time wait in slow timer"),
            Sentence.of("PAWSPassive", "# passive connections rejected because of time stamp"),
            Sentence.of("ListenOverflows", "# times the listen queue of a socket overflowed"),
            Sentence.of("ListenDrops", "# SYNs to LISTEN sockets (?:dropped|ignored)"),
            Sentence.of("TCPRcvCollapsed", "# packets collapsed in receive queue due to low socket buffer"),
            Sentence.of("TCPAbortOnSyn", "# connections reset due to unexpected SYN"),
            Sentence.of("TCPAbortOnData", "# connections reset due to unexpected data"),
            Sentence.of("TCPAbortOnClose", "# connections reset due to early user close"),
            Sentence.of("TCPAbortOnMemory", "# connections aborted due to memory pressure"),
            Sentence.of("TCPAbortOnTimeout", "# connections aborted due to timeout"),
            Sentence.of("TCPAbortOnLinger", "# connections aborted after user close in linger timeout"),
            Sentence.of("TCPAbortFailed", "# times unable to send RST due to no memory"),
            Sentence.of("TCPMemoryPressures", "TCP ran low on memory # times"));

    private final Collected into;
    private @Nullable String heading;

    NetstatSummary(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher titled = HEADING.matcher(line);
        if (titled.matches()) {
            heading = titled.group(1);
            return;
        }
        String section = heading;
        if (section == null || !Character.isWhitespace(line.charAt(0))) {
            heading = null;
            return;
        }
        Matcher named = NAMED.matcher(line);
        if (named.matches()) {
            into.known("netstat." + section + "." + named.group(1), named.group(2), number);
            return;
        }
        List<Sentence> sentences = switch (section) {
            case "Tcp" -> TCP;
            case "TcpExt" -> TCP_EXT;
            default -> List.of();
        };
        for (Sentence sentence : sentences) {
            Matcher said = sentence.text.matcher(line);
            if (said.matches()) {
                into.known("netstat." + section + "." + sentence.counter, said.group(1), number);
                return;
            }
        }
    }
}
