package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rows whose reading is known to be wrong. They are skipped, never failed: a skipped one is open, a green one can move to the table of
 * its family.
 */
class OpenRowsTest {
    private final LineParser parser = new LineParser();

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("rows")
    void anOpenRowIsReadAsItShouldBeOrSkipped(Sample sample) {
        String said = Said.by(parser, sample.bytes());
        assumeTrue(said.equals(sample.expected()), () -> sample + " is still " + said);
        assertThat(said).isEqualTo(sample.expected());
    }

    static Stream<Sample> rows() {
        List<Sample> open = Sample.of("open");
        return open.stream();
    }
}
