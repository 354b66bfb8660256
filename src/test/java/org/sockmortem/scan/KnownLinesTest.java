package org.sockmortem.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Blocks whose lines are known at sight, against the same blocks searched for needles. */
class KnownLinesTest {
    private static final String KNOWN = "Oct 28 21:58:48 web-01 kernel: TCP: too many orphaned sockets";
    private static final String STRANGE =
            "Oct 28 21:58:48 web-01 kernel: TCP: out of memory -- consider tuning tcp_mem";
    private static final String IDLE = "Oct 28 21:58:48 web-01 CROND[1]: (root) CMD (true)";

    /** Takes lines with their numbers; at sight, those that are known. */
    private static final class Taken implements LineSink {
        final List<String> lines = new ArrayList<>();
        final boolean knows;
        int atSight;
        int again;
        long lastKnown;

        Taken(boolean knows) {
            this.knows = knows;
        }

        @Override
        public void line(byte[] bytes, int bufferStart, int from, int to, long line) {
            lines.add(line + " " + new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
        }

        @Override
        public boolean tookKnown(byte[] bytes, int bufferStart, int from, int to, long line) {
            boolean known = knows && new String(bytes, from, to - from, StandardCharsets.ISO_8859_1).equals(KNOWN);
            if (known) {
                atSight++;
                lastKnown = line;
                line(bytes, bufferStart, from, to, line);
            }
            return known;
        }

        /** Every third time it would rather see the lines. */
        @Override
        public boolean tookAgain(int times) {
            again++;
            for (int i = 0; again % 3 > 0 && i < times; i++) {
                atSight++;
                lines.add(++lastKnown + " " + KNOWN);
            }
            return again % 3 > 0;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 49, 51, 90, 100})
    void aBlockSaysTheSameHoweverItIsSearched(int percentKnown) {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            byte[] text = log(random, percentKnown).getBytes(StandardCharsets.ISO_8859_1);
            int history = random.nextInt(40);
            byte[] buffer = new byte[history + text.length + random.nextInt(40)];
            System.arraycopy(text, 0, buffer, history, text.length);
            Block block = new Block(buffer, 0, history, history + text.length, false);
            Taken searched = new Taken(false);
            Taken known = new Taken(true);
            BlockSearch expected = BlockSearch.of(block, searched);
            BlockSearch found = BlockSearch.of(block, known);
            assertThat(known.lines).as("seed %d", seed).isEqualTo(searched.lines);
            assertThat(found.lines()).isEqualTo(expected.lines());
            assertThat(found.candidates()).isEqualTo(expected.candidates());
            assertThat(found.last()).isEqualTo(expected.last());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void aFloodIsTakenAtSight(String end) {
        byte[] text = (KNOWN + end).repeat(1_000).getBytes(StandardCharsets.ISO_8859_1);
        Taken known = new Taken(true);
        BlockSearch found = BlockSearch.of(new Block(text, 0, 0, text.length, false), known);
        assertThat(found.lines()).isEqualTo(1_000);
        assertThat(known.atSight).isEqualTo(1_000);
        assertThat(known.again).isEqualTo(1);
    }

    private static String log(Random random, int percentKnown) {
        StringBuilder log = new StringBuilder();
        int lines = 1 + random.nextInt(120);
        for (int i = 0; i < lines; i++) {
            String other = List.of(
                            STRANGE,
                            IDLE,
                            "",
                            " ",
                            KNOWN + " " + STRANGE,
                            "x".repeat(70_000) + STRANGE,
                            STRANGE + "x".repeat(70_000))
                    .get(random.nextInt(random.nextInt(20) == 0 ? 7 : 5));
            log.append(random.nextInt(100) < percentKnown ? KNOWN : other);
            log.append(random.nextInt(10) == 0 ? "\r\n" : "\n");
        }
        if (random.nextBoolean()) {
            log.setLength(log.length() - 1);
        }
        return log.length() == 0 ? IDLE : log.toString();
    }
}
