package org.sockmortem.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.Parsed;

/** Lines that say the same are turned round one by one, however many of them came together. */
class LineOrderTest {
    private final LineParser parser = new LineParser();
    private final List<String> taken = new ArrayList<>();
    private final LineOrder order = new LineOrder((line, number, times, lineBefore) ->
            taken.add(number + (times == 1 ? "" : "x" + times) + " behind " + lineBefore));

    private Parsed.Recognised note(int second) {
        String text = "Oct 28 21:58:" + second + " web-01 kernel: net_ratelimit: 5 callbacks suppressed";
        return (Parsed.Recognised) parser.parse(text);
    }

    private void take(int second, long number, int times) {
        order.take(note(second), number, times, number - 1);
    }

    @Test
    void newestFirst() {
        for (int second = 50; second > 40; second--) {
            order.look(note(second).header());
        }
        order.looked();
        take(50, 1, 2);
        take(49, 3, 3);
        order.end();
        assertThat(order.isBackwards()).isTrue();
        assertThat(taken).containsExactly("5 behind -2", "4 behind 5", "3 behind 4", "2 behind 3", "1 behind 2");
    }

    @Test
    void oldestFirst() {
        for (int second = 40; second < 50; second++) {
            order.look(note(second).header());
        }
        order.looked();
        take(40, 1, 2);
        take(41, 3, 3);
        order.end();
        assertThat(taken).containsExactly("1x2 behind 0", "3x3 behind 2");
    }
}
