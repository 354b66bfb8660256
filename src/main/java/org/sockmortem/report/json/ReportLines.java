package org.sockmortem.report.json;

import java.io.IOException;
import java.io.Writer;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Citation;
import org.sockmortem.timeline.ContextEvent;
import tools.jackson.core.JsonGenerator;

/**
 * A report as NDJSON, an object a line: first {@code "type": "report"}, which says what the rest is, then for each burst of each host
 * {@code "burst"} and its lines as {@code "event"}, then the host's {@code "context"}. Fields bear the names of the JSON report.
 *
 * <p>Its events are the report's evidence and bounded as that is; {@code evidenceOmitted} of a burst counts those that are left out.
 */
public final class ReportLines {
    private final Writer out;

    private ReportLines(Writer out) {
        this.out = out;
    }

    /**
     * Writes them, flushes, and leaves the writer open.
     *
     * @param bounds a sentence that says which events are there
     */
    public static void write(Report report, String bounds, Writer out) throws IOException {
        ReportLines lines = new ReportLines(out);
        JsonObject.line(out, json -> {
            Fields fields = new Fields(json);
            fields.text("type", "report");
            fields.text("schemaVersion", ReportJson.SCHEMA_VERSION);
            ReportJson.generator(report, fields);
            fields.text("events", bounds);
        });
        for (HostReport host : report.hosts()) {
            for (Burst burst : host.bursts()) {
                lines.burst(host, burst);
            }
            for (ContextEvent event : host.context()) {
                lines.context(host, event);
            }
        }
        out.flush();
    }

    private void burst(HostReport host, Burst burst) throws IOException {
        JsonObject.line(out, json -> {
            Fields fields = typed(json, "burst", host);
            new BurstJson(fields).facts(burst);
            fields.number("evidenceOmitted", burst.evidenceOmitted());
        });
        for (Citation citation : burst.evidence()) {
            JsonObject.line(out, json -> {
                Fields fields = typed(json, "event", host);
                fields.text("burst", burst.id());
                fields.text("signal", burst.signal().id());
                fields.number("boot", burst.boot());
                new BurstJson(fields).citation(citation);
            });
        }
    }

    private void context(HostReport host, ContextEvent event) throws IOException {
        JsonObject.line(out, json -> new BurstJson(typed(json, "context", host)).context(event));
    }

    private static Fields typed(JsonGenerator json, String type, HostReport host) {
        Fields fields = new Fields(json);
        fields.text("type", type);
        fields.text("host", host.host());
        return fields;
    }
}
