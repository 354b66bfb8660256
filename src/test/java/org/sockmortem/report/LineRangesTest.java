package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.report.words.LineRanges;
import org.sockmortem.source.SourceRef;

class LineRangesTest {
    @Test
    void neighboursAreARange() {
        assertThat(LineRanges.of(refs(1, 2, 3, 7, 9, 10))).containsExactly("a:1-3, 7, 9-10");
    }

    @Test
    void eachFileIsTold() {
        assertThat(LineRanges.of(List.of(new SourceRef("a", 1), new SourceRef("b", 4), new SourceRef("a", 2))))
                .containsExactly("a:1-2", "b:4");
    }

    @Test
    void aFileAsAWholeHasNoLine() {
        assertThat(LineRanges.of(new SourceRef("sysctl_-a", 0))).isEqualTo("sysctl_-a");
        assertThat(LineRanges.of(new SourceRef("sysctl_-a", 3))).isEqualTo("sysctl_-a:3");
    }

    private static List<SourceRef> refs(int... lines) {
        return Arrays.stream(lines).mapToObj(line -> new SourceRef("a", line)).toList();
    }
}
