package org.sockmortem.report.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sockmortem.diagnosis.explain.Explain;
import org.sockmortem.diagnosis.explain.Page;
import org.sockmortem.diagnosis.explain.Page.Section;
import org.sockmortem.diagnosis.explain.Topic;
import org.sockmortem.report.page.MarkdownPage;
import org.sockmortem.report.page.TextPage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ExplainPageTest {
    private static final Page PAGE = new Page(
            new Topic("word", "orphan", "Orphan: a connection"),
            List.of(
                    new Section("What it is", "A connection.", List.of("tcp_close(), net/ipv4/tcp.c")),
                    new Section("Default", "Up to 3.2: 1", List.of("tcp_close(), net/ipv4/tcp.c")),
                    new Section("Default", "From 3.3 on: 2", List.of("tcp_init(), net/ipv4/tcp.c"))),
            List.of("time-wait", "tcp.orphans"));

    @Test
    void textIsAsApproved() throws IOException {
        StringBuilder out = new StringBuilder();
        ExplainPage.page(PAGE, new TextPage(out, 72, false));
        assertThat(out).hasToString("""
                Orphan: a connection
                ====================
                  word orphan

                  What it is
                  - A connection.

                  Default
                  - Up to 3.2: 1
                  - From 3.3 on: 2

                  See also
                  - time-wait, tcp.orphans

                  Sources
                  - tcp_close(), net/ipv4/tcp.c
                  - tcp_init(), net/ipv4/tcp.c
                """);
    }

    @Test
    void markdownHasCodeSpansAndHeadings() throws IOException {
        StringBuilder out = new StringBuilder();
        ExplainPage.page(PAGE, new MarkdownPage(out));
        assertThat(out).startsWith("## Orphan: a connection\n\nword `orphan`\n").contains("**Default**", "`time-wait`");
    }

    @Test
    void everyTopicIsWrittenInEveryFormat() throws IOException {
        for (Topic topic : Explain.topics()) {
            Page page = Explain.page(topic.name(), null, null).orElseThrow();
            StringBuilder text = new StringBuilder();
            ExplainPage.page(page, new TextPage(text, 72, false));
            assertThat(text.toString().lines())
                    .allSatisfy(line -> assertThat(line.length())
                            .as(line)
                            .isLessThanOrEqualTo(line.contains("/") || line.contains("_") ? 120 : 72));
            StringWriter json = new StringWriter();
            ExplainJson.page(page, json);
            JsonNode tree = new ObjectMapper().readTree(json.toString());
            assertThat(tree.get("name").asString()).isEqualTo(topic.name());
            assertThat(tree.get("sections")).hasSize(page.sections().size());
        }
    }
}
