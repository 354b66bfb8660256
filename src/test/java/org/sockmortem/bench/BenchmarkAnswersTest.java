package org.sockmortem.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.event.Signal;
import org.sockmortem.parse.LineParser;
import org.sockmortem.postmortem.Report;

/** A time counts only for a right answer. */
class BenchmarkAnswersTest {
    private static final int LINES = 20_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 1_000})
    void everyStageAnswers(int every) {
        byte[] log = Stages.log(LINES, every);
        int expected = LINES / every;
        assertThat(Stages.scan(log).lines()).isEqualTo(LINES);
        assertThat(Stages.scan(log).candidates()).isEqualTo(expected);
        assertThat(Stages.parse(log, new LineParser(false))).isEqualTo(expected);
        assertThat(Stages.parse(log, new LineParser(true))).isEqualTo(expected);
        assertThat(orphans(Stages.report(log, 2))).isEqualTo(expected - expected / 8);
    }

    @Test
    void theLogIsTheSameEachTime() {
        assertThat(Stages.log(100, 3)).isEqualTo(Stages.log(100, 3));
    }

    private static long orphans(Report report) {
        return report.hosts().get(0).totals().stream()
                .filter(t -> t.signal() == Signal.TCP_ORPHANS)
                .mapToLong(t -> t.printed())
                .sum();
    }
}
