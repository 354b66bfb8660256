package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.WallStamp;

class LineNumbersTest {
    private static boolean areIn(String text) {
        return LineNumbers.areIn(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void numbersRiseAndYearsStay() {
        String line = " Oct 28 21:58:48 web01 kernel: eth0: link up\n";
        assertThat(areIn("2024" + line + "2025" + line)).isTrue();
        assertThat(areIn("notes.txt:1:2024" + line + "notes.txt:2:2025" + line)).isTrue();
        assertThat(areIn("2025" + line + "2025" + line)).isFalse();
        assertThat(areIn("2025" + line)).isFalse();
        assertThat(areIn("Oct 28 21:58:48 web01 app: x\n")).isFalse();
    }

    @Test
    void aNumberIsCitedAndIsNoYear() {
        byte[] line = "2025 Oct 28 21:58:48 web01 kernel: eth0: link up".getBytes(StandardCharsets.UTF_8);
        Parsed.Header header = LineNumbers.sorted(new LineParser().header(line, 0, line.length));
        assertThat(header.citedLine()).isEqualTo(2025);
        WallStamp wall = header.stamp().wall();
        assertThat(wall == null ? -1 : wall.year()).isZero();
    }
}
