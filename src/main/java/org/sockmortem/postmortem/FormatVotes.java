package org.sockmortem.postmortem;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.HostMark;
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

    private final Map<LogFormat, Count> counted = new EnumMap<>(LogFormat.class);

    /** How supportconfig (bin/supportconfig of supportutils) heads each section of its files. */
    private static final byte[] SECTION = {'#', '=', '=', '[', ' '};

    private final Map<String, Long> firstWords = new HashMap<>();
    private final Set<String> monotonicHosts = new HashSet<>();
    private @Nullable String hostMark;
    private boolean journal;
    private boolean supportconfig;

    /** Lines of one form. */
    private static final class Count {
        long lines;
    }

    /** A line's form. */
    void add(LogFormat format) {
        add(format, 1);
    }

    /** The form of so many lines. */
    void add(LogFormat format, long lines) {
        counted.computeIfAbsent(format, f -> new Count()).lines += lines;
    }

    /** A marker that only journalctl prints. */
    void sawJournal() {
        journal = true;
    }

    /** The lines at an input's beginning; they also show the order in which it comes. */
    void sample(byte[] head, LineParser parser, LineOrder order) {
        int from = 0;
        for (int line = 0; line < SAMPLED_LINES && from < head.length; line++) {
            int to = from;
            while (to < head.length && head[to] != '\n') {
                to++;
            }
            supportconfig |= startsWith(head, from, SECTION);
            Parsed.Header header = parser.header(head, from, to);
            String text = new String(head, from, to - from, StandardCharsets.UTF_8);
            hostMark = hostMark == null ? HostMark.of(text) : hostMark;
            firstWord(header, text);
            order.look(header);
            // a line without a stamp may be anything; only one that mattered says that stamps are missing
            if (header.format() != LogFormat.DMESG_NOTIME) {
                add(header.format());
            }
            from = to + 1;
        }
        order.looked();
    }

    /** A program's line in short-monotonic is told from one of dmesg by its first word: the host that the kernel's lines name. */
    private void firstWord(Parsed.Header header, String text) {
        int end = text.indexOf("] ");
        if (header.format() == LogFormat.JOURNAL_MONOTONIC && header.host() != null) {
            monotonicHosts.add(header.host());
        } else if (header.format() == LogFormat.DMESG && end > 0 && firstWords.size() < SAMPLED_LINES) {
            firstWords.merge(text.substring(end + 2).split(" ", 2)[0], 1L, Long::sum);
        }
    }

    /** The host that a prompt or a heading names, or {@code null}. */
    @Nullable
    String hostMark() {
        return hostMark;
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
        Map<LogFormat, Long> votes = new EnumMap<>(LogFormat.class);
        counted.forEach((format, count) -> votes.put(format, count.lines));
        votes.remove(LogFormat.UNKNOWN);
        for (String host : monotonicHosts) {
            long programs = firstWords.getOrDefault(host, 0L);
            votes.merge(LogFormat.DMESG, -programs, Long::sum);
            votes.merge(LogFormat.JOURNAL_MONOTONIC, programs, Long::sum);
        }
        votes.values().removeIf(v -> v <= 0);
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
