package org.sockmortem.postmortem;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LineParser;

/**
 * Finds the line that "last message repeated" means: the line before it of the same host, since central files interleave hosts. Looks
 * back in the block that the note stands in, no further.
 */
final class LookBack {
    private static final int LINE_LIMIT = 256;

    private final LineParser parser;
    private final byte[] bytes;
    private final int start;

    /** Looks back in {@code bytes}, whose valid part begins at {@code start}. */
    LookBack(LineParser parser, byte[] bytes, int start) {
        this.parser = parser;
        this.bytes = bytes;
        this.start = start;
    }

    /**
     * The number of the line before; 0 where the block has none of that host.
     *
     * @param from index of the note's first byte
     * @param number of the note's line
     * @param host that the note names, or {@code null} for the line just before
     */
    long lineBefore(int from, long number, @Nullable String host) {
        int end = from - 1;
        for (int back = 1; back <= LINE_LIMIT && end > start; back++) {
            int begin = end;
            while (begin > start && bytes[begin - 1] != '\n') {
                begin--;
            }
            if (host == null || sameHost(begin, end, host)) {
                return number - back;
            }
            end = begin - 1;
        }
        return end > start ? number - 1 : 0;
    }

    private boolean sameHost(int begin, int end, String host) {
        String other = parser.header(bytes, begin, end).host();
        return other == null || other.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    }
}
