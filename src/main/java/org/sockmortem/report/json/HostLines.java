package org.sockmortem.report.json;

import java.io.Writer;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.fleet.Hosts;

/** Hosts as NDJSON, an object a line: for jq, DuckDB or a database. Fields bear the names of the report on one host. */
public final class HostLines {
    private HostLines() {}

    /** Writes each host that it is shown, and leaves the writer open. */
    public static Hosts.Visitor to(Writer out) {
        return (name, facts) -> JsonObject.line(out, json -> line(name, facts, new Fields(json)));
    }

    private static void line(String name, HostFacts facts, Fields fields) {
        fields.text("host", name);
        fields.text("path", facts.path());
        fields.text("status", facts.status().id());
        fields.text("problem", facts.problem());
        fields.text("name", facts.name());
        fields.text("machineId", facts.machineId());
        fields.text("report", FleetJson.link(name));
        fields.texts("damaged", facts.damaged());
        fields.text("kernel", facts.release());
        fields.moment("first", facts.first());
        fields.moment("last", facts.last());
        fields.number("lines", facts.lines());
        fields.objects("totals", facts.totals(), fields::total);
        fields.number("unattributed", facts.unattributed());
        fields.objects("bursts", facts.bursts(), new BurstJson(fields)::brief);
        fields.objects("incidents", facts.incidents(), incident -> {
            fields.text("id", incident.id());
            fields.moment("start", incident.start());
            fields.moment("end", incident.end());
            fields.texts("bursts", incident.bursts());
        });
        fields.objects("findings", facts.findings(), new FindingJson(fields)::brief);
    }
}
