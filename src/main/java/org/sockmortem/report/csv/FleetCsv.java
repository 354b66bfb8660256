package org.sockmortem.report.csv;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.fleet.Hosts;
import org.sockmortem.fleet.story.FleetReport;
import org.sockmortem.fleet.story.Rank;
import org.sockmortem.fleet.story.SharedIncident;
import org.sockmortem.fleet.story.Start;
import org.sockmortem.report.json.FleetJson;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Suppressed;

/** A row a host, for spreadsheets. An empty cell means unknown or none, never 0. */
public final class FleetCsv {
    private static final List<String> COLUMNS = List.of(
            "host",
            "name",
            "path",
            "report",
            "status",
            "problem",
            "severity",
            "verdict",
            "cause",
            "goingOn",
            "bursts",
            "incidents",
            "printed",
            "repeated",
            "suppressedMin",
            "suppressedLikely",
            "suppressedMax",
            "signals",
            "sharedIncidents",
            "kernel",
            "first",
            "last",
            "lines");

    private FleetCsv() {}

    /** Writes the header, then a row for each host that it is shown, and leaves the writer open. */
    public static Hosts.Visitor to(FleetReport report, Writer out) throws IOException {
        Map<String, StringBuilder> shared = new HashMap<>();
        for (SharedIncident incident : report.shared()) {
            if (incident.isMeant()) {
                incident.starts().stream()
                        .map(Start::host)
                        .distinct()
                        .forEach(host -> shared.computeIfAbsent(host, h -> new StringBuilder())
                                .append(' ')
                                .append(incident.id()));
            }
        }
        CsvRow header = new CsvRow();
        COLUMNS.forEach(header::plain);
        header.end(out);
        return (name, facts) -> row(name, facts, shared.get(name)).end(out);
    }

    private static CsvRow row(String name, HostFacts facts, @Nullable StringBuilder shared) {
        CsvRow row = new CsvRow();
        row.text(name).text(facts.name()).text(facts.path()).text(FleetJson.link(name));
        row.plain(facts.status().id()).text(facts.problem());
        Rank rank = Rank.of(name, facts);
        if (rank == null || rank.cause() == null) {
            row.plain(null).plain(null).plain(null);
        } else {
            row.plain(rank.severity().id()).plain(rank.verdict().id()).plain(rank.cause());
        }
        row.plain(rank != null && rank.goingOn());
        row.plain(facts.bursts().size()).plain(facts.incidents().size());
        Suppressed suppressed =
                facts.bursts().stream().map(Burst::suppressed).reduce(Suppressed.NONE, Suppressed::plus);
        row.plain(facts.bursts().stream().mapToLong(Burst::printed).sum());
        row.plain(facts.bursts().stream().mapToLong(Burst::repeated).sum());
        row.plain(suppressed.min()).plain(suppressed.likely()).plain(suppressed.max());
        row.plain(facts.bursts().stream()
                .map(Burst::signal)
                .distinct()
                .sorted()
                .map(Signal::id)
                .collect(Collectors.joining(" ")));
        row.plain(shared == null ? null : shared.substring(1));
        row.text(facts.release());
        return row.plain(wall(facts.first())).plain(wall(facts.last())).plain(facts.lines());
    }

    private static @Nullable String wall(@Nullable Moment moment) {
        return moment == null ? null : BurstsCsv.wall(moment);
    }
}
