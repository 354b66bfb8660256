package org.sockmortem.report.json;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sockmortem.fleet.story.SharedIncidents;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;

/** A whole report as one JSON object. */
public final class ReportJson {
    /** Raised by a change that breaks a reader. */
    public static final String SCHEMA_VERSION = "1";

    private ReportJson() {}

    /** Writes it, ends the line, flushes, and leaves the writer open. */
    public static void write(Report report, Writer out) throws IOException {
        JsonObject.write(out, json -> fields(report, new Fields(json)));
    }

    private static void fields(Report report, Fields fields) {
        fields.text("schemaVersion", SCHEMA_VERSION);
        generator(report, fields);
        fields.object("coverage", () -> coverage(report.coverage(), fields));
        fields.objects("hosts", report.hosts(), host -> new HostJson(fields).write(host));
        fields.object("fleet", () -> fleet(report.hosts(), fields));
    }

    static void generator(Report report, Fields fields) {
        fields.object("generator", () -> {
            fields.text("name", "sockmortem");
            fields.text("version", report.version());
        });
    }

    private static void coverage(Coverage coverage, Fields fields) {
        fields.number("lines", coverage.lines());
        fields.number("candidates", coverage.candidates());
        fields.number("recognised", coverage.recognised());
        fields.number("unrecognised", coverage.unrecognised());
        fields.object("omitted", () -> {
            fields.number("inputs", coverage.omitted().empty());
            fields.number("lines", coverage.omitted().lines());
            fields.number("bytes", coverage.omitted().bytes());
            fields.number("leftOut", coverage.omitted().leftOut());
        });
        fields.objects("inputs", coverage.inputs(), input -> {
            fields.text("path", input.path());
            fields.text("host", input.host());
            fields.text("kind", input.kind());
            fields.text("format", input.format().id());
            fields.text("compression", input.compression());
            fields.number("bytes", input.bytes());
            fields.number("lines", input.lines());
            fields.number("candidates", input.candidates());
            fields.number("recognised", input.recognised());
            fields.number("unrecognised", input.unrecognised());
            fields.moment("first", input.first());
            fields.moment("last", input.last());
            fields.text("problem", input.problem());
            fields.flag("damaged", input.damaged());
        });
    }

    private static void fleet(List<HostReport> hosts, Fields fields) {
        fields.number("hosts", hosts.size());
        fields.number(
                "hostsWithBursts",
                hosts.stream().filter(host -> !host.bursts().isEmpty()).count());
        new FleetJson(fields).incidents(SharedIncidents.among(hosts));
    }
}
