package org.sockmortem.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands in the buffer before a candidate is whole lines, just those before it in the input. */
class LookBackTest {
    private static final String HIT = "TCP: too many orphaned sockets";
    private static final int PROMISED = 1 << 12;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096, 100_000, Integer.MAX_VALUE})
    void theLinesBeforeACandidateAreWhole(int size) {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 9_000; i++) {
            log.append("Oct 28 21:58:48 web01 app[").append(i).append("]: nothing\n");
            if (i % 50 == 49) {
                log.append(HIT).append('\n');
            }
        }
        check(log.toString(), "pieces of " + size, size);
    }

    @Test
    void nothingStandsBeforeTheFirstLine() {
        Scan scan = Scan.of(Scan.bytes(HIT + "\n" + HIT));
        assertThat(scan.candidates().get(0).before()).isEmpty();
        assertThat(scan.candidates().get(1).before()).isEqualTo(HIT + "\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {1 << 10, 4096, 65_536, Integer.MAX_VALUE})
    void theRestOfALongLineIsNoLine(int size) {
        String log = "a\n" + "x".repeat(900_000) + "\n" + HIT + "\nb\n" + HIT + "\n";
        for (Scan.Candidate c : Scan.of(Scan.bytes(log), size).candidates()) {
            assertThat(c.before().length()).as("pieces of %d", size).isLessThan(100);
        }
        check(log, "pieces of " + size, size);
        check(("x".repeat(90_000) + "\n" + HIT + "\nb\n" + HIT + "\n").repeat(9), "pieces of " + size, size);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void randomLogsAreLookedBackOnWhole(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            byte[] bytes = RandomLogs.log(random);
            String log = Scan.text(bytes, 0, bytes.length);
            check(log, "seed " + seed + " round " + round, RandomLogs.sizes(random));
        }
    }

    /** Held against the input: each look back ends where its line begins, and begins where a line begins. */
    private static void check(String log, String where, int... sizes) {
        int[] starts = lineStarts(log);
        for (Scan.Candidate c : Scan.of(Scan.bytes(log), sizes).candidates()) {
            int from = starts[(int) c.line() - 1];
            int begin = from - c.before().length();
            String at = where + " line " + c.line();
            assertThat(begin).as(at).isNotNegative();
            assertThat(log.startsWith(c.before(), begin)).as(at).isTrue();
            assertThat(begin == 0 || log.charAt(begin - 1) == '\n').as(at).isTrue();
            assertThat(log.startsWith(c.text(), from)).as(at).isTrue();
            if (longestOf(starts, (int) c.line() - 1, from) < PROMISED) {
                assertThat(c.before().length()).as(at).isGreaterThanOrEqualTo(Math.min(PROMISED, from));
            }
        }
    }

    /** The longest of the lines that stand in the kilobytes before an index. */
    private static int longestOf(int[] starts, int line, int from) {
        int longest = 0;
        for (int i = line; i > 0 && starts[i] > from - 2 * PROMISED; i--) {
            longest = Math.max(longest, starts[i] - starts[i - 1]);
        }
        return longest;
    }

    private static int[] lineStarts(String log) {
        int[] starts = new int[(int) log.chars().filter(c -> c == '\n').count() + 1];
        int line = 1;
        for (int i = log.indexOf('\n'); i >= 0; i = log.indexOf('\n', i + 1)) {
            starts[line++] = i + 1;
        }
        return starts;
    }
}
