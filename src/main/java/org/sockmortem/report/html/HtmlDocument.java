package org.sockmortem.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateException;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.sockmortem.report.page.Phrase;

/**
 * A report as one file, for its template.
 *
 * @param frame what is around it
 * @param anchors where the things stand that have an id
 * @param title of the window
 * @param summary the answer
 * @param hosts in order
 * @param coverage what was read
 */
public record HtmlDocument(
        Frame frame, Anchors anchors, Phrase title, Section summary, List<HtmlHost> hosts, Section coverage) {
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "org.sockmortem.report.html.templates");

    /** Copies the list. */
    public HtmlDocument {
        hosts = List.copyOf(hosts);
    }

    /** Writes it, flushes, and leaves the writer open. */
    public void write(Writer out) throws IOException {
        render("report.jte", Map.of("page", this), out);
    }

    static void render(String template, Map<String, Object> parameters, Writer out) throws IOException {
        try {
            TEMPLATES.render(template, parameters, new WriterOutput(out));
        } catch (TemplateException e) {
            // The writer's own exception: a closed pipe must look like one to the caller.
            if (e.getCause() instanceof UncheckedIOException unwritten) {
                throw unwritten.getCause();
            }
            throw e;
        }
        out.flush();
    }
}
