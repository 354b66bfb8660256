package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.scan.CandidateScanner;

/** Whatever stands in a line, reading it ends, throws nothing, and does not change how the next line is read. */
@Timeout(60)
class RobustnessTest {
    private static final int ROUNDS = 700;
    private static final int LONG = 1_000;

    private final LineParser parser = new LineParser();

    @Test
    void linesCutAtAnyByteAreReadOrNot() {
        Set<String> parsed = new HashSet<>();
        for (Sample sample : samples()) {
            byte[] bytes = sample.bytes();
            for (int cut = 0; cut < bytes.length; cut++) {
                parseOnce(Arrays.copyOf(bytes, cut), parsed);
            }
            for (int cut = 1; cut < bytes.length; cut += 9) {
                parseOnce(Arrays.copyOfRange(bytes, cut, bytes.length), parsed);
            }
        }
    }

    @Test
    void headersCutAtAnyByteAreReadOrNot() {
        Set<String> read = new HashSet<>();
        for (Sample sample : samples()) {
            byte[] bytes = sample.bytes();
            for (int cut = Math.min(40, bytes.length); cut > 0; cut--) {
                if (read.add(new String(bytes, 0, cut, StandardCharsets.ISO_8859_1))) {
                    parser.header(bytes, 0, cut);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void randomBytesAreReadOrNot(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            read(bytes, "seed " + seed + " line " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 4, 5})
    void changedLinesAreReadOrNotAndProposedIfRead(long seed) {
        Random random = new Random(seed);
        List<Sample> samples = samples();
        for (int i = 0; i < ROUNDS; i++) {
            byte[] bytes = samples.get(random.nextInt(samples.size())).bytes();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                bytes = changed(
                        bytes, samples.get(random.nextInt(samples.size())).bytes(), random);
            }
            String where = "seed " + seed + " line " + i;
            read(bytes, where);
            String line = new String(bytes, StandardCharsets.ISO_8859_1);
            // what is cleaned may hide a phrase, and an audit record of before 2001 or after 2033 is of no use
            boolean plain =
                    !line.matches("(?s).*[^ -~].*") && !Artefacts.isSuspicious(line) && !line.contains("audit(");
            if (plain && parser.parse(line) instanceof Parsed.Recognised) {
                assertThat(CandidateScanner.isCandidate(line))
                        .as("%s: %s", where, line)
                        .isTrue();
            }
        }
    }

    @Test
    void whatWasReadBeforeChangesNothing() {
        Differences all = new Differences();
        byte[] rubbish = "[[[<<< \" ' Last message ' audit( kernel: kernel: ".getBytes(StandardCharsets.US_ASCII);
        for (Sample sample : Sample.all()) {
            parser.parse(rubbish, 0, rubbish.length);
            all.expect(sample, sample.expected(), Said.by(parser, sample.bytes()));
        }
        all.areNone();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[",
                "<",
                "'",
                " ",
                "\t ",
                "> ",
                ": ",
                "kernel: ",
                "[1.0] ",
                "Last message '",
                "a-",
                "1:",
                "<br>",
                "&lt;",
                "=3D",
                "[Mon ",
                "(CT1",
                "Oct 28 21:58:48 ",
                "TCP: ",
                "nf_conntrack: ",
                "0",
                "** ",
                "- \"",
                "x@y/"
            })
    void longRepetitionsEnd(String piece) {
        String many = piece.repeat(LONG / piece.length());
        String begin = "Oct 28 21:58:48 web01 kernel: ";
        String text = "TCP: too many orphaned sockets";
        for (String line : List.of(
                many, many + text, begin + many + text, begin + text + many, begin + many + " invoked oom-killer: x")) {
            read(line.getBytes(StandardCharsets.UTF_8), piece);
        }
    }

    private static List<Sample> samples() {
        return Stream.of(Sample.all(), Sample.in("headers.txt"))
                .flatMap(List::stream)
                .toList();
    }

    private void parseOnce(byte[] bytes, Set<String> parsed) {
        String line = new String(bytes, StandardCharsets.ISO_8859_1);
        if (parsed.add(line)) {
            try {
                parser.parse(bytes, 0, bytes.length);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError(line, e);
            }
        }
    }

    private void read(byte[] bytes, String where) {
        try {
            parser.parse(bytes, 0, bytes.length);
            parser.header(bytes, 0, bytes.length);
            parser.records(bytes, 0, bytes.length);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(where + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
        }
    }

    /** A line with a byte exchanged, a piece removed or doubled, a number grown, or the end of another line. */
    private static byte[] changed(byte[] line, byte[] other, Random random) {
        if (line.length == 0) {
            return other;
        }
        int at = random.nextInt(line.length);
        int to = Math.min(line.length, at + 1 + random.nextInt(8));
        byte[] exchanged = line.clone();
        exchanged[at] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256) : ' ' + random.nextInt(95));
        return switch (random.nextInt(5)) {
            case 0 -> exchanged;
            case 1 -> joined(line, at, line, to);
            case 2 -> joined(line, to, line, at);
            case 3 ->
                joined(
                        joined(line, at, "99999999999999999999".getBytes(StandardCharsets.US_ASCII), 0),
                        at + 20,
                        line,
                        at);
            default -> joined(line, at, other, random.nextInt(other.length + 1));
        };
    }

    private static byte[] joined(byte[] first, int end, byte[] second, int from) {
        byte[] both = Arrays.copyOf(first, end + second.length - from);
        System.arraycopy(second, from, both, end, second.length - from);
        return both;
    }
}
