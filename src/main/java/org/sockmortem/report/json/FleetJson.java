package org.sockmortem.report.json;

import java.io.IOException;
import java.io.Writer;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.sockmortem.event.Signal;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.fleet.Hosts;
import org.sockmortem.fleet.story.FleetReport;
import org.sockmortem.fleet.story.Rank;
import org.sockmortem.fleet.story.Recurrence;
import org.sockmortem.fleet.story.SharedIncident;
import org.sockmortem.fleet.story.Start;

/** A fleet for programs: {@code fleet}, as in the report on one run, with all that it tells; then {@code hosts}, one by one. */
public final class FleetJson {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS", Locale.ROOT);

    private final Fields fields;

    FleetJson(Fields fields) {
        this.fields = fields;
    }

    /** Where a host's report stands, seen from the fleet's. */
    public static String link(String host) {
        return "hosts/" + host + ".json";
    }

    /**
     * Writes it, ends the line, flushes, and leaves the writer open.
     *
     * @param hosts the report's
     */
    public static void write(FleetReport report, Hosts hosts, Writer out) throws IOException {
        JsonObject.write(out, json -> {
            Fields fields = new Fields(json);
            fields.text("schemaVersion", ReportJson.SCHEMA_VERSION);
            fields.object("generator", () -> {
                fields.text("name", "sockmortem");
                fields.text("version", report.version());
            });
            fields.object("fleet", () -> new FleetJson(fields).fleet(report));
            fields.each("hosts", hosts, (name, facts) -> new FleetJson(fields).host(name, facts));
        });
    }

    private void fleet(FleetReport report) {
        fields.number("hosts", report.counts().hosts());
        fields.number("hostsWithBursts", report.counts().withBursts());
        fields.number("hostsPartial", report.counts().partial());
        fields.number("hostsFailed", report.counts().failed());
        fields.objects("signals", report.signals(), count -> {
            fields.total(count.total());
            fields.number("hosts", count.hosts());
            fields.moment("first", count.first());
            fields.moment("last", count.last());
        });
        fields.objects("ranking", report.ranking(), this::rank);
        incidents(report.shared());
        clocks(report);
        fields.objects("recurrences", report.recurrences(), this::recurrence);
        causes(report);
        fields.objects("kernels", report.kernels(), kernel -> {
            fields.text("release", kernel.release());
            fields.number("hosts", kernel.hosts());
            fields.number("hostsWithBursts", kernel.withBursts());
        });
        fields.number("tooLittleHosts", report.tooLittleCount());
        fields.objects("tooLittle", report.tooLittle(), little -> {
            place(little.host());
            fields.text("why", little.why().id());
            fields.number("coveredSeconds", little.seconds(), 0);
        });
        unread(report);
    }

    private void place(String host) {
        fields.text("host", host);
        fields.text("report", link(host));
    }

    private void rank(Rank rank) {
        place(rank.host());
        fields.text("cause", rank.cause());
        fields.text("severity", rank.severity().id());
        fields.text("verdict", rank.verdict().id());
        fields.flag("goingOn", rank.goingOn());
        fields.number("events", rank.events());
        fields.number("incidents", rank.incidents());
        fields.moment("last", rank.last());
        fields.text("first", rank.first());
    }

    /** The field {@code incidents}: those that hosts share. */
    void incidents(List<SharedIncident> shared) {
        fields.objects("incidents", shared, incident -> {
            fields.text("id", incident.id());
            fields.text("clock", incident.clock().name().toLowerCase(Locale.ROOT));
            Start earliest = incident.starts().get(0);
            fields.text("start", time(earliest));
            fields.number("plusMinusSeconds", earliest.plusMinusSeconds(), 0);
            fields.number("spreadSeconds", incident.spreadSeconds(), 0);
            fields.texts("signals", incident.signals().stream().map(Signal::id).toList());
            fields.number("hostCount", incident.hosts());
            fields.number("coveringHosts", incident.covering());
            fields.scientific("expectedByChance", incident.chance());
            fields.flag("likelyChance", !incident.isMeant());
            fields.texts("first", incident.first());
            fields.objects("hosts", incident.starts(), start -> {
                fields.text("host", start.host());
                fields.text("incident", start.incident());
                fields.text("start", time(start));
                fields.number("plusMinusSeconds", start.plusMinusSeconds(), 0);
                fields.texts("signals", start.signals().stream().map(Signal::id).toList());
                fields.number("events", start.events());
            });
        });
    }

    /** In UTC, or as much as is known of it. */
    private static String time(Start start) {
        LocalDateTime at = start.at();
        return switch (start.clock()) {
            case UTC -> at.format(TIME) + "Z";
            case LOCAL -> at.format(TIME);
            case YEARLESS -> "-" + at.format(TIME).substring(4);
        };
    }

    private void clocks(FleetReport report) {
        fields.objects("clocks", report.clocks(), clock -> {
            place(clock.host());
            fields.text("clock", clock.clock().name().toLowerCase(Locale.ROOT));
            fields.number("aheadSeconds", clock.aheadSeconds());
            fields.texts("incidents", clock.meets());
            fields.scientific("expectedByChance", clock.chance());
        });
    }

    private void recurrence(Recurrence.Group group) {
        fields.text("kind", group.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        if (group.kind() == Recurrence.Kind.DAILY || group.kind() == Recurrence.Kind.WEEKLY) {
            fields.number("minuteOfDay", group.minuteOfDay());
        }
        if (group.release() != null) {
            fields.text("release", group.release());
        }
        if (group.kind() == Recurrence.Kind.WEEKLY) {
            fields.number("weekDay", group.weekDay());
        }
        fields.objects("hosts", group.hosts(), one -> {
            place(one.host());
            fields.number("incidents", one.incidents());
            fields.number("ofIncidents", one.of());
            fields.number("occasions", one.occasions());
            fields.scientific("expectedByChance", one.chance());
        });
    }

    private void causes(FleetReport report) {
        fields.objects("causes", report.causes(), cause -> {
            fields.text("cause", cause.cause());
            fields.text("severity", cause.severity().id());
            fields.text("verdict", cause.verdict().id());
            fields.object("settings", () -> cause.settings().forEach(fields::text));
            fields.number("hostCount", cause.count());
            fields.texts("hosts", cause.hosts());
        });
    }

    private void unread(FleetReport report) {
        fields.objects("unread", report.harmed(), harmed -> {
            place(harmed.host());
            fields.text("status", harmed.status().id());
            fields.text("problem", harmed.problem());
        });
        fields.objects("notOpened", report.skipped(), skipped -> {
            fields.text("path", skipped.path());
            fields.text("problem", skipped.problem());
        });
        fields.texts("ofNoHost", report.strangers());
    }

    private void host(String name, HostFacts facts) {
        place(name);
        fields.text("name", facts.name());
        fields.text("machineId", facts.machineId());
        fields.text("path", facts.path());
        fields.text("status", facts.status().id());
        fields.text("problem", facts.problem());
        fields.text("kernel", facts.release());
        Rank rank = Rank.of(name, facts);
        fields.text("cause", rank == null ? null : rank.cause());
        fields.text(
                "severity",
                rank == null || rank.cause() == null ? null : rank.severity().id());
        fields.number("bursts", facts.bursts().size());
        fields.number("incidents", facts.incidents().size());
        fields.number("events", rank == null ? 0 : rank.events());
        fields.moment("first", facts.first());
        fields.moment("last", facts.last());
        fields.number("lines", facts.lines());
    }
}
