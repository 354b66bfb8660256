package org.sockmortem.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownEscapeTest {
    @Test
    void plainWordsStay() {
        assertThat(MarkdownEscape.text("net.ipv4.tcp_max_orphans is 65536, not 0."))
                .isEqualTo("net.ipv4.tcp_max_orphans is 65536, not 0.");
    }

    @Test
    void markupIsEscaped() {
        assertThat(MarkdownEscape.text("*a* `b` [c](d) ~~e~~ _f_ a|b \\ $x$"))
                .isEqualTo("\\*a\\* \\`b\\` \\[c\\](d) \\~\\~e\\~\\~ \\_f\\_ a\\|b \\\\ \\$x\\$");
    }

    @Test
    void htmlIsEscaped() {
        assertThat(MarkdownEscape.text("<img src=x> &lt;")).isEqualTo("\\<img src=x\\> &amp;lt;");
    }

    @Test
    void mentionsAndLinksAreBroken() {
        assertThat(MarkdownEscape.text("@me #12 http://x www.x.org"))
                .isEqualTo("@<!-- -->me #<!-- -->12 http:<!-- -->//x www<!-- -->.x.org");
    }

    @Test
    void aBlockDoesNotBeginWithMarkup() {
        assertThat(MarkdownEscape.atStart("# x")).isEqualTo("\\# x");
        assertThat(MarkdownEscape.atStart("- x")).isEqualTo("\\- x");
        assertThat(MarkdownEscape.atStart("12. x")).isEqualTo("12\\. x");
        assertThat(MarkdownEscape.atStart("1) x")).isEqualTo("1\\) x");
        assertThat(MarkdownEscape.atStart("    code")).isEqualTo("code");
        assertThat(MarkdownEscape.atStart("10.5 s")).isEqualTo("10.5 s");
    }

    @Test
    void codeIsFencedByMoreBackticksThanItHolds() {
        assertThat(MarkdownEscape.code("a", false)).isEqualTo("`a`");
        assertThat(MarkdownEscape.code("a ``` b", false)).isEqualTo("````a ``` b````");
        assertThat(MarkdownEscape.code("`a", false)).isEqualTo("`` `a ``");
        assertThat(MarkdownEscape.code(" a ", false)).isEqualTo("`  a  `");
        assertThat(MarkdownEscape.code("", false)).isEmpty();
    }

    @Test
    void noBarEndsACell() {
        assertThat(MarkdownEscape.code("a|b", true)).isEqualTo("`a\\|b`");
        assertThat(MarkdownEscape.code("a\\|b", true)).isEqualTo("`a\\\\x7cb`");
        assertThat(MarkdownEscape.code("a|b", false)).isEqualTo("`a|b`");
    }

    @Test
    void controlsAreShown() {
        assertThat(MarkdownEscape.code("\u001b[2J\n", false)).isEqualTo("`\\x1b[2J\\n`");
        assertThat(MarkdownEscape.text("\u202e")).isEqualTo("\\\\u202e");
    }

    @Test
    void aFenceIsLongerThanAnyInside() {
        assertThat(MarkdownEscape.fence(List.of("a"))).isEqualTo("```");
        assertThat(MarkdownEscape.fence(List.of("a", "````"))).isEqualTo("`````");
    }
}
