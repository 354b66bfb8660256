package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.sockmortem.event.Signal;
import org.sockmortem.event.Wording;

/** Each sample line is read as its table says, and the tables leave no message out. */
class MessageTableTest {
    @SuppressWarnings("UnusedVariable") // read by name
    private static final List<String> TABLES = Sample.TABLES;

    private final LineParser parser = new LineParser();

    @ParameterizedTest
    @FieldSource("TABLES")
    void eachLineSaysWhatItsTableSays(String table) {
        List<Sample> samples = Sample.of(table);
        assertThat(samples).isNotEmpty();
        Differences all = new Differences();
        for (Sample sample : samples) {
            all.expect(sample, sample.expected(), Said.by(parser, sample.bytes()));
        }
        all.areNone();
    }

    @Test
    void everyWordingHasTwoLinesAtLeast() {
        for (Wording wording : Wording.values()) {
            assertThat(rows(said -> said.equals("signal " + wording) || said.startsWith("signal " + wording + " ")))
                    .as("%s", wording)
                    .hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void everyContextSignalHasTwoLinesAtLeast() {
        for (Signal signal : Signal.values()) {
            if (signal.isContext()) {
                assertThat(rows(said -> said.startsWith("context " + signal + " ")))
                        .as("%s", signal)
                        .hasSizeGreaterThanOrEqualTo(2);
            }
        }
    }

    @Test
    void everyStepOfAnOomKillHasALine() {
        for (int step = 1; step <= 4; step++) {
            String begin = "context memory.oom-kill " + step;
            assertThat(rows(said -> said.startsWith(begin))).as(begin).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void everyKindOfEventOccurs() {
        Set<String> kinds = Sample.all().stream()
                .map(s -> s.expected().split(" ", 2)[0])
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "signal",
                        "context",
                        "suppression",
                        "repetition",
                        "loss",
                        "replay",
                        "memory",
                        "boot",
                        "hash",
                        "clock",
                        "mark",
                        "span",
                        "other",
                        Said.NOTHING);
    }

    @Test
    void noLineStandsTwiceInATable() {
        for (String table : Sample.TABLES) {
            assertThat(Sample.of(table).stream().map(Sample::line)).as(table).doesNotHaveDuplicates();
        }
    }

    @Test
    void namesInTheTablesAreWordings() {
        Set<String> names = Arrays.stream(Wording.values()).map(Wording::name).collect(Collectors.toSet());
        assertThat(rows(said -> said.startsWith("signal ")))
                .allSatisfy(s -> assertThat(names).contains(s.expected().split(" ", 3)[1]));
    }

    private static List<Sample> rows(Predicate<String> expected) {
        return Sample.all().stream().filter(s -> expected.test(s.expected())).toList();
    }
}
