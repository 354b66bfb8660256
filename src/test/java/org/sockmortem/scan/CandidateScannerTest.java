package org.sockmortem.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Counts, ends and odd inputs of the scanner, and the scanner against a naive one. */
class CandidateScannerTest {
    private static final String HIT = "[63286.239125] TCP: too many orphaned sockets";

    @Test
    void anEmptyInputIsNothing() {
        Scan scan = Scan.of(new byte[0]);
        assertThat(scan.candidates()).isEmpty();
        ScanSummary summary = scan.summary();
        assertThat(summary.bytes()).isZero();
        assertThat(summary.lines()).isZero();
        assertThat(summary.first()).isEmpty();
        assertThat(summary.last()).isEmpty();
        assertThat(summary.binary()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n\n", "\r\n\r\n\r\n", "  \n\t\n ", "\n\n "})
    void blankLinesAreCountedAndAreNoEnds(String blank) {
        ScanSummary summary = Scan.of(Scan.bytes(blank)).summary();
        assertThat(summary.lines()).isEqualTo(3);
        assertThat(summary.first()).isEmpty();
        assertThat(summary.last()).isEmpty();
        assertThat(summary.candidates()).isZero();
    }

    @Test
    void theFirstAndLastLinesThatAreNotBlankAreKept() {
        ScanSummary summary = Scan.of(Scan.bytes("\n \r\nfirst\r\nmiddle\n last \r\n\n  \n"), 3)
                .summary();
        assertThat(text(summary.first())).isEqualTo("first");
        assertThat(text(summary.last())).isEqualTo(" last ");
        assertThat(summary.lines()).isEqualTo(7);
        ScanSummary one = Scan.of(Scan.bytes("only")).summary();
        assertThat(text(one.first())).isEqualTo("only");
        assertThat(text(one.last())).isEqualTo("only");
        assertThat(one.lines()).isEqualTo(1);
    }

    @Test
    void theLastLineIsKeptAcrossBlocksOfBlankLines() {
        String log = "first\n" + "x\n".repeat(10) + "last\n" + "\n".repeat(700_000);
        ScanSummary summary = Scan.of(Scan.bytes(log)).summary();
        assertThat(text(summary.first())).isEqualTo("first");
        assertThat(text(summary.last())).isEqualTo("last");
        assertThat(summary.lines()).isEqualTo(700_012);
    }

    @Test
    void severalNeedlesMakeOneCandidateALine() {
        Scan scan = Scan.of(Scan.bytes(HIT + " " + HIT + "\n" + HIT + "\n\n" + HIT));
        assertThat(scan.lines()).containsExactly(1L, 2L, 4L);
        assertThat(scan.summary().candidates()).isEqualTo(3);
    }

    @Test
    void aNeedleAcrossALineEndIsNone() {
        assertThat(Scan.of(Scan.bytes("TCP: too many orphaned\nsockets\n")).texts())
                .isEmpty();
    }

    @Test
    void aCarriageReturnAloneEndsNoLine() {
        assertThat(Scan.of(Scan.bytes("a\r" + HIT + "\r\r\n")).texts()).containsExactly("a\r" + HIT);
    }

    @Test
    void nulsAndHighBytesStayInTheLine() {
        String line = "\0\0\0\u00e9" + HIT + "\0";
        assertThat(Scan.of(Scan.bytes("x\n" + line + "\n")).texts()).containsExactly(line);
    }

    @Test
    void whatAStreamThrowsComesThroughAndLinesBeforeItCount() throws IOException {
        InputStream broken =
                new SequenceInputStream(new ByteArrayInputStream(Scan.bytes(HIT + "\nrest")), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("torn");
                    }

                    @Override
                    public int read(byte[] into, int from, int length) throws IOException {
                        throw new IOException("torn");
                    }
                });
        CandidateScanner scanner = new CandidateScanner();
        List<Long> lines = new ArrayList<>();
        assertThatThrownBy(() -> scanner.scan(broken, (b, start, from, to, line) -> lines.add(line)))
                .isInstanceOf(IOException.class)
                .hasMessage("torn");
        assertThat(lines).containsExactly(1L);
        assertThat(scanner.summary().lines()).isEqualTo(1);
        assertThat(scanner.summary().candidates()).isEqualTo(1);
    }

    @Test
    void aStreamThatGivesNothingForAWhileIsReadOn() {
        assertThat(Scan.of(Scan.bytes(HIT + "\n" + HIT), 0, 5, 0, 0, 1).lines()).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void randomLogsGiveWhatANaiveScannerGives(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 12; round++) {
            byte[] log = RandomLogs.log(random);
            int[] sizes = RandomLogs.sizes(random);
            Scan scan = Scan.of(log, sizes);
            Scan naive = NaiveScanner.scan(log);
            String where = "seed " + seed + " round " + round + " pieces " + Arrays.toString(sizes);
            assertThat(scan.lines()).as(where).isEqualTo(naive.lines());
            assertThat(scan.texts()).as(where).isEqualTo(naive.texts());
            ScanSummary summary = scan.summary();
            assertThat(summary.bytes()).as(where).isEqualTo(log.length);
            assertThat(summary.lines()).as(where).isEqualTo(naive.summary().lines());
            assertThat(summary.candidates()).as(where).isEqualTo(naive.summary().candidates());
            assertThat(text(summary.first()))
                    .as(where)
                    .isEqualTo(text(naive.summary().first()));
            assertThat(text(summary.last()))
                    .as(where)
                    .isEqualTo(text(naive.summary().last()));
        }
    }

    private static String text(byte[] line) {
        return Scan.text(line, 0, line.length);
    }
}
