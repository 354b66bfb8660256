package org.sockmortem.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JiraEscapeTest {
    @Test
    void plainWordsStay() {
        String plain = "net.ipv4.tcp_max_orphans is 65536, not 0; 61233-61236, 2025-10-28T21:58:48 (likely).";
        assertThat(JiraEscape.text(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "{code} \\{code\\}",
                "[~admin] \\[\\~admin\\]",
                "[a|http://x] \\[a\\|http&#58;//x\\]",
                "!a.png! \\!a.png\\!",
                "*a*_b_ \\*a\\*\\_b\\_",
                "-a- \\-a\\-",
                "a--b a\\-\\-b",
                "+a+^b^~c~ \\+a\\+\\^b\\^\\~c\\~",
                "??a?? \\?\\?a\\?\\?",
                "ABC-123 ABC\\-123",
                "a\\\\b a&#92;&#92;b",
                "&#60; &#38;#60;",
                "(x)(on)(y \\(x)\\(on)(y",
                ":);P &#58;)&#59;P",
                "mailto:a mailto&#58;a",
                "@me \\@me"
            })
    void markupIsEscaped(String raw, String escaped) {
        assertThat(JiraEscape.text(raw)).isEqualTo(escaped);
    }

    @Test
    void aBlockDoesNotBeginWithMarkup() {
        assertThat(JiraEscape.atStart("# x")).isEqualTo("&#35; x");
        assertThat(JiraEscape.atStart("h1. x")).isEqualTo("h1&#46; x");
        assertThat(JiraEscape.atStart("bq. x")).isEqualTo("bq&#46; x");
        assertThat(JiraEscape.atStart("h2o")).isEqualTo("h2o");
    }

    @Test
    void nothingEndsALineThatIsNotFormatted() {
        assertThat(JiraEscape.unformatted("a = {noformat} {x} \u001b")).isEqualTo("a = \\x7bnoformat} {x} \\x1b");
    }

    @Test
    void codeIsEscapedToo() {
        assertThat(JiraEscape.code("a}} *b*")).isEqualTo("{{a\\}\\} \\*b\\*}}");
        assertThat(JiraEscape.code("")).isEmpty();
    }

    @Test
    void aPageHasItsMarkup() throws IOException {
        StringBuilder out = new StringBuilder();
        JiraPage page = new JiraPage(out);
        page.heading(1, Tone.STRONG, Phrase.plain("Title"));
        page.paragraph(Tone.PLAIN, Phrase.plain("h1. no heading"));
        page.label(Phrase.plain("List"));
        page.item(Tone.PLAIN, Phrase.code("a|b"));
        page.label(Phrase.plain("Do"));
        page.step(1, Phrase.plain("set"));
        page.commands(List.of("x = 1"));
        page.step(2, Phrase.plain("not"));
        page.table(List.of(Phrase.plain("a"), Phrase.plain("b")), List.of(List.of(Phrase.plain("|"), Phrase.NONE)));
        assertThat(out).hasToString("""
                        h3. Title

                        h1&#46; no heading

                        *List*
                        * {{a\\|b}}

                        *Do*
                        # set
                        {noformat}
                        x = 1
                        {noformat}
                        # not

                        ||a||b||
                        |\\|| |
                        """);
    }
}
