package org.sockmortem.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.parse.Differences;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Sample;

/** Every line that the grammar knows is proposed by the scanner, wherever it stands and however its bytes arrive, with its number. */
class NoLostLinesTest {
    private static final int BLOCK = 1 << 18;

    @Test
    void everyLineThatSaysSomethingIsProposed() {
        Differences all = new Differences();
        for (Sample sample : known()) {
            String line = Scan.text(sample.bytes(), 0, sample.bytes().length);
            all.expect(sample, List.of(line), Scan.of(sample.bytes()).texts());
            all.expect(sample, List.of(line), Scan.of(Scan.bytes(line + "\n")).texts());
        }
        all.areNone();
    }

    @Test
    void everyLineThatTheGrammarKnowsIsProposedWhateverItsTableSays() {
        LineParser parser = new LineParser();
        Differences all = new Differences();
        for (Sample sample : everySample()) {
            if (parser.parse(sample.bytes(), 0, sample.bytes().length) instanceof Parsed.Recognised) {
                all.expect(sample, 1, Scan.of(sample.bytes()).texts().size());
            }
        }
        all.areNone();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 4096, 1 << 16})
    void piecesOfAnySizeGiveTheSameLines(int size) {
        Scan scan = Scan.of(log("\n"), size);
        assertThat(scan.texts()).isEqualTo(expectedTexts());
        assertThat(scan.lines()).isEqualTo(expectedLines());
        assertThat(scan.summary().lines()).isEqualTo(3L * known().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 4096})
    void carriageReturnsAreNoPartOfALine(int size) {
        Scan scan = Scan.of(log("\r\n"), size);
        assertThat(scan.texts()).isEqualTo(expectedTexts());
        assertThat(scan.lines()).isEqualTo(expectedLines());
    }

    @Test
    void theLastLineNeedsNoEnd() {
        for (Sample sample : known()) {
            byte[] log = Scan.bytes("eth0: link up\n\n" + text(sample));
            for (int size : new int[] {1, 7, 4096}) {
                Scan scan = Scan.of(log, size);
                assertThat(scan.texts()).containsExactly(text(sample));
                assertThat(scan.lines()).containsExactly(3L);
                assertThat(scan.summary().lines()).isEqualTo(3);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {BLOCK, BLOCK + (1 << 13), BLOCK + (1 << 16), BLOCK + (1 << 16) + (1 << 13), 2 * BLOCK})
    void aLineIsFoundAtEveryOffsetAroundABoundary(int boundary) {
        String line = "Oct 28 21:58:48 web01 kernel: TCP: too many orphaned sockets";
        byte[] filler = Scan.bytes("Oct 28 21:58:48 web01 kernel: eth0: link up\n".repeat(boundary / 44 + 4));
        byte[] ending = Scan.bytes("\n" + line + "\nend\n");
        for (int back = -2; back < line.length() + 4; back++) {
            int at = boundary - back;
            byte[] log = new byte[at + ending.length];
            System.arraycopy(filler, 0, log, 0, at);
            System.arraycopy(ending, 0, log, at, ending.length);
            Scan scan = Scan.of(log);
            assertThat(scan.texts()).as("line feed at byte %d", at).containsExactly(line);
            assertThat(scan.lines()).as("line feed at byte %d", at).containsExactly(at / 44 + 2L);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4095, 4096, 4097, (1 << 13) - 1, BLOCK / 2 + 1})
    void lineNumbersStayExactInALongLog(int size) {
        StringBuilder log = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        List<Sample> known = known();
        for (int line = 1; line <= 12_000; line++) {
            if (line % 37 == 0) {
                String text = text(known.get(line / 37 % known.size()));
                log.append(text);
                expected.append(line).append(' ').append(text).append('\n');
            } else if (line % 5 != 0) {
                log.append("Oct 28 21:58:48 web01 app[").append(line).append("]: nothing");
            }
            log.append('\n');
        }
        StringBuilder found = new StringBuilder();
        for (Scan.Candidate c : Scan.of(Scan.bytes(log.toString()), size).candidates()) {
            found.append(c.line()).append(' ').append(c.text()).append('\n');
        }
        assertThat(found.toString()).isEqualTo(expected.toString());
    }

    @Test
    void everyNeedleIsNeeded() {
        List<String> lines = everySample().stream().map(NoLostLinesTest::text).toList();
        assertThat(Needles.all()).allSatisfy(n -> assertThat(lines).anyMatch(l -> l.contains(n)));
    }

    private static List<Sample> everySample() {
        return Stream.of(Sample.all(), Sample.in("headers.txt"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Sample> known() {
        return Sample.recognised();
    }

    private static String text(Sample sample) {
        return new String(sample.bytes(), StandardCharsets.ISO_8859_1);
    }

    /** Every known line, each after a line of something else and a blank one. */
    private static byte[] log(String lineEnd) {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (Sample sample : known()) {
            log.writeBytes(Scan.bytes("eth0: link up" + lineEnd + lineEnd));
            log.writeBytes(sample.bytes());
            log.writeBytes(Scan.bytes(lineEnd));
        }
        return log.toByteArray();
    }

    private static List<String> expectedTexts() {
        return known().stream().map(NoLostLinesTest::text).toList();
    }

    private static List<Long> expectedLines() {
        return LongStream.rangeClosed(1, known().size()).map(i -> 3 * i).boxed().toList();
    }
}
