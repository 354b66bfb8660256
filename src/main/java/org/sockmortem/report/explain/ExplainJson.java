package org.sockmortem.report.explain;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sockmortem.diagnosis.explain.Page;
import org.sockmortem.diagnosis.explain.Topic;
import org.sockmortem.report.audit.JsonDocument;

/** Explanations for programs. */
public final class ExplainJson {
    private ExplainJson() {}

    /** Writes what can be asked for: {@code { "schemaVersion", "topics": [ { "kind", "name", "title" } ] }}. */
    public static void topics(List<Topic> topics, Writer out) throws IOException {
        JsonDocument.write(out, json -> json.objects("topics", topics, topic -> topic(topic, json)));
    }

    /**
     * Writes a page: {@code { "schemaVersion", "kind", "name", "title", "sections": [ { "heading", "text", "sources" } ], "see": [] }}.
     */
    public static void page(Page page, Writer out) throws IOException {
        JsonDocument.write(out, json -> {
            topic(page.topic(), json);
            json.objects("sections", page.sections(), section -> {
                json.text("heading", section.heading());
                json.text("text", section.text());
                json.texts("sources", section.sources());
            });
            json.texts("see", page.see());
        });
    }

    private static void topic(Topic topic, JsonDocument json) {
        json.text("kind", topic.kind());
        json.text("name", topic.name());
        json.text("title", topic.title());
    }
}
