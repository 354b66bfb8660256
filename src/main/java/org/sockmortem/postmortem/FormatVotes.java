package org.sockmortem.postmortem;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;

/**
 * Which form an input has: the lines at its beginning and the lines that mattered vote. A second form with a tenth of the votes makes it
 * mixed; a stray line does not. Mutable.
 */
final class FormatVotes {
    private static final int SAMPLED_LINES = 64;
    private static final int MIXED_SHARE = 10;

    private final Map<LogFormat, Long> votes = new EnumMap<>(LogFormat.class);
    /** How supportconfig (bin/supportconfig of supportutils) heads each section of its files. */
    private static final byte[] SECTION = {'#', '=', '=', '[', ' '};

    private boolean journal;
    private boolean supportconfig;

    /** A line's form. */
    void add(LogFormat format) {
        add(format, 1);
    }

    /** The form of so many lines. */
    void add(LogFormat format, long lines) {
        votes.merge(format, lines, Long::sum);
    }

    /** A marker that only journalctl prints. */
    void sawJournal() {
        journal = true;
    }

    /** The lines at an input's beginning. */
    void sample(byte[] head, LineParser parser) {
        int from = 0;
        for (int line = 0; line < SAMPLED_LINES && from < head.length; line++) {
            int to = from;
            while (to < head.length && head[to] != '\n') {
                to++;
            }
            supportconfig |= startsWith(head, from, SECTION);
            Parsed.Header header = parser.header(head, from, to);
            // a line without a stamp may be anything; only one that mattered says that stamps are missing
            if (header.format() != LogFormat.DMESG_NOTIME) {
                add(header.format());
            }
            from = to + 1;
        }
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] text) {
        int to = Math.min(bytes.length, from + text.length);
        return Arrays.equals(bytes, from, to, text, 0, text.length);
    }

    /** What the votes say. */
    LogFormat result() {
        if (supportconfig) {
            return LogFormat.SUPPORTCONFIG;
        }
        votes.remove(LogFormat.UNKNOWN);
        if (votes.size() > 1) {
            votes.remove(LogFormat.DMESG_NOTIME);
        }
        long all = votes.values().stream().mapToLong(Long::longValue).sum();
        LogFormat winner = LogFormat.UNKNOWN;
        long most = 0;
        for (Map.Entry<LogFormat, Long> vote : votes.entrySet()) {
            if (vote.getValue() > most) {
                most = vote.getValue();
                winner = vote.getKey();
            }
        }
        if ((all - most) * MIXED_SHARE > all) {
            return LogFormat.MIXED;
        }
        return journal && winner == LogFormat.RFC3164 ? LogFormat.JOURNAL_SHORT : winner;
    }
}
