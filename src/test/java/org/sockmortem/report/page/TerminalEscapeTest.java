package org.sockmortem.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TerminalEscapeTest {
    @Test
    void whatAMachineUsuallyWritesStays() {
        String usual = "TCP: too many orphaned sockets C:\\x é 漢 \ud83d\ude00";
        assertThat(TerminalEscape.escape(usual)).isSameAs(usual);
    }

    @Test
    void controlsAreShown() {
        assertThat(TerminalEscape.escape("\u001b]0;x\u0007\u009b31m\u007f\u0000"))
                .isEqualTo("\\x1b]0;x\\x07\\x9b31m\\x7f\\x00");
        assertThat(TerminalEscape.escape("a\tb\r\n")).isEqualTo("a\\tb\\r\\n");
    }

    @Test
    void noControlIsLeft() {
        IntStream.rangeClosed(0, 0x9f)
                .filter(Character::isISOControl)
                .forEach(c ->
                        assertThat(TerminalEscape.escape(Character.toString(c))).matches("[\\x20-\\x7e]+"));
    }

    @Test
    void marksOfDirectionAreShown() {
        for (int c :
                new int[] {0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069}) {
            assertThat(TerminalEscape.escape("a" + Character.toString(c) + "b"))
                    .isEqualTo("a\\u" + Integer.toHexString(c) + "b");
        }
    }

    @Test
    void halfASurrogatePairIsShown() {
        assertThat(TerminalEscape.escape("\ud800x\udfff")).isEqualTo("\\ud800x\\udfff");
    }
}
