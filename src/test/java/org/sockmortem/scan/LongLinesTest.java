package org.sockmortem.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines about as long as the scanner looks at, and ones far longer: the same for pieces of every size. */
class LongLinesTest {
    private static final String HIT = "TCP: too many orphaned sockets";
    private static final int LIMIT = CandidateScanner.LINE_LIMIT;

    static List<Integer> lengths() {
        List<Integer> lengths = new ArrayList<>();
        for (int around : List.of(LIMIT, 2 * LIMIT, 1 << 18, (1 << 18) + (1 << 16) + (1 << 13))) {
            lengths.addAll(List.of(around - 1, around, around + 1));
        }
        return lengths;
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void aLongLineIsOneLineAndItsBeginningIsLookedAt(int length) {
        same("before\n" + HIT + " ".repeat(length - HIT.length()) + "\n" + HIT + "\nend\n");
        same(HIT + "x".repeat(length - HIT.length()));
        same("x".repeat(length) + "\n" + HIT);
        same("\n" + "x".repeat(length) + "\r\n\n" + HIT + "\r\n");
    }

    @Test
    void aNeedleCountsIfItEndsWithinTheLimit() {
        String before = "b".repeat(LIMIT - HIT.length());
        assertThat(Scan.of(Scan.bytes(before + HIT)).texts()).containsExactly(before + HIT);
        for (int more = -2; more <= HIT.length() + 2; more++) {
            String line = "b".repeat(LIMIT - HIT.length() + more) + HIT + "e".repeat(100);
            same(line);
            same(line + "\n" + HIT + "\n");
        }
    }

    @Test
    void carriageReturnsAtTheLimitAreDroppedHoweverTheBytesArrive() {
        for (int length = LIMIT - 3; length <= LIMIT + 3; length++) {
            same(HIT + "x".repeat(length - HIT.length()) + "\r\n" + HIT);
            same(HIT + "x".repeat(length - HIT.length()) + "\r\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 65_536, 100_000, Integer.MAX_VALUE})
    void tenMegabytesWithoutALineFeedAreOneLine(int size) {
        byte[] log = new byte[10 << 20];
        Arrays.fill(log, (byte) 'x');
        Scan one = Scan.of(log, size);
        assertThat(one.candidates()).isEmpty();
        assertThat(one.summary().lines()).isEqualTo(1);
        assertThat(one.summary().bytes()).isEqualTo(log.length);
        assertThat(one.summary().first()).hasSize(LIMIT);
        assertThat(one.summary().last()).hasSize(LIMIT);
        byte[] hit = Scan.bytes("\n" + HIT + "\n");
        System.arraycopy(hit, 0, log, log.length - hit.length, hit.length);
        System.arraycopy(Scan.bytes(HIT), 0, log, 10, HIT.length());
        System.arraycopy(Scan.bytes(HIT), 0, log, 5 << 20, HIT.length());
        Scan two = Scan.of(log, size);
        assertThat(two.lines()).containsExactly(1L, 2L);
        assertThat(two.texts().get(1)).isEqualTo(HIT);
        assertThat(two.summary().lines()).isEqualTo(2);
        assertThat(Scan.text(two.summary().last(), 0, HIT.length())).isEqualTo(HIT);
    }

    @Test
    void aLongLineOfBlanksIsNoEnd() {
        Scan scan = Scan.of(Scan.bytes(" ".repeat(300_000) + "\nfirst\n" + "\t".repeat(300_000)), 5_000);
        assertThat(scan.summary().lines()).isEqualTo(3);
        assertThat(Scan.text(scan.summary().first(), 0, 5)).isEqualTo("first");
        assertThat(scan.summary().last()).hasSize(5);
    }

    @Test
    void manyLongLinesAreCounted() {
        same(("y".repeat(150_000) + "\n" + HIT + "\n").repeat(8));
    }

    private static void same(String log) {
        byte[] bytes = Scan.bytes(log);
        Scan naive = NaiveScanner.scan(bytes);
        for (int size : new int[] {1 << 10, 4097, LIMIT, Integer.MAX_VALUE}) {
            Scan scan = Scan.of(bytes, size);
            String where = "of " + log.length() + " bytes in pieces of " + size;
            assertThat(scan.lines()).as(where).isEqualTo(naive.lines());
            assertThat(scan.texts().equals(naive.texts())).as(where).isTrue();
            assertThat(scan.summary().lines())
                    .as(where)
                    .isEqualTo(naive.summary().lines());
            assertThat(scan.summary().candidates())
                    .as(where)
                    .isEqualTo(naive.summary().candidates());
            assertThat(Arrays.equals(scan.summary().first(), naive.summary().first()))
                    .as(where)
                    .isTrue();
            assertThat(Arrays.equals(scan.summary().last(), naive.summary().last()))
                    .as(where)
                    .isTrue();
        }
    }
}
