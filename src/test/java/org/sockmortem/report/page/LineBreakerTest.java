package org.sockmortem.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreakerTest {
    @Test
    void breaksAtTheLastBlankThatFits() {
        assertThat(LineBreaker.lines("aaa bbb ccc", 7)).containsExactly("aaa bbb", "ccc");
        assertThat(LineBreaker.lines("aaa bbb ccc", 6)).containsExactly("aaa", "bbb", "ccc");
    }

    @Test
    void aLongWordStaysWhole() {
        assertThat(LineBreaker.lines("see /a/very/long/path here", 6))
                .containsExactly("see", "/a/very/long/path", "here");
        assertThat(LineBreaker.lines("/a/very/long/path", 6)).containsExactly("/a/very/long/path");
    }

    @Test
    void blanksWithinALineStayAndAtItsEndGo() {
        assertThat(LineBreaker.lines("a  b    c  ", 5)).containsExactly("a  b", "c");
    }

    @Test
    void aTieIsABlankThatDoesNotBreak() {
        assertThat(LineBreaker.lines("at 17" + Phrase.TIE + "h", 5)).containsExactly("at", "17 h");
    }

    @Test
    void nothingIsOneEmptyLine() {
        assertThat(LineBreaker.lines("", 5)).containsExactly("");
        assertThat(LineBreaker.lines("     ", 3)).containsExactly("");
    }

    @Test
    void whatIsCutSaysSo() {
        assertThat(LineBreaker.lines("aaa bbb ccc ddd", 7, 1)).containsExactly("aaa …");
        assertThat(LineBreaker.lines("aaa bbb", 7, 1)).containsExactly("aaa bbb");
    }

    @Test
    void codePointsAreCountedNotChars() {
        assertThat(LineBreaker.lines("\ud83d\ude00\ud83d\ude00 b", 4)).containsExactly("\ud83d\ude00\ud83d\ude00 b");
    }
}
