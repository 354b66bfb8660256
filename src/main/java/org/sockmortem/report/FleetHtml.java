package org.sockmortem.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.fleet.HostFacts;
import org.sockmortem.fleet.story.FleetReport;
import org.sockmortem.fleet.story.HeatMap;
import org.sockmortem.fleet.story.Rank;
import org.sockmortem.report.html.Anchors;
import org.sockmortem.report.html.FleetDocument;
import org.sockmortem.report.html.Frame;
import org.sockmortem.report.html.HtmlDocument;
import org.sockmortem.report.html.HtmlPage;
import org.sockmortem.report.json.IsoMoment;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;

/** A fleet as one HTML file: the prose of the other formats, hosts beside time, and a table of hosts to be sorted. */
final class FleetHtml {
    private static final long MINUTES_AN_HOUR = 60;
    private static final long MINUTES_A_DAY = 24 * MINUTES_AN_HOUR;

    /** A browser sorts so many rows without delay; all of them are in the CSV file. */
    private static final int MOST_ROWS = 5_000;

    private static final List<String> COLUMNS =
            List.of("host", "severity", "cause", "events", "incidents", "last", "status", "path");

    private final FleetWords words;
    private final Sentences sentences = Sentences.english();
    private final String ending;

    FleetHtml(FleetWords words, String ending) {
        this.words = words;
        this.ending = ending;
    }

    void write(FleetReport report, Writer out) throws IOException {
        Anchors none = new Anchors(List.of());
        HtmlPage summary = new HtmlPage(none, "summary");
        new FleetPages(words, summary).brief(report);
        HtmlPage sections = new HtmlPage(none, "part");
        new FleetPages(words, sections).sections(report);
        Phrase title = sentences.count("fleet.html.title", report.counts().hosts());
        HtmlDocument page =
                new HtmlDocument(Frame.withHosts(sentences), none, title, summary.whole(), List.of(), sections.whole());
        HeatMap.Seeing shown = new HeatMap.Seeing(report.ranking());
        List<FleetDocument.Row> rows = new ArrayList<>();
        report.hosts().showing(shown).each((name, facts) -> {
            if (rows.size() < MOST_ROWS) {
                rows.add(row(name, facts));
            }
        });
        HeatMap map = shown.map();
        int more = report.counts().hosts() - rows.size();
        new FleetDocument(
                        page,
                        map,
                        note(map),
                        COLUMNS.stream()
                                .map(c -> sentences.say("fleet.column." + c))
                                .toList(),
                        rows,
                        more > 0 ? sentences.count("fleet.html.more", more) : Phrase.NONE,
                        ending)
                .write(out);
    }

    private Phrase note(@Nullable HeatMap map) {
        if (map == null) {
            return Phrase.NONE;
        }
        long minutes = map.step().toMinutes();
        if (minutes % MINUTES_A_DAY == 0) {
            return sentences.count("fleet.html.column.day", minutes / MINUTES_A_DAY);
        }
        return minutes % MINUTES_AN_HOUR == 0
                ? sentences.count("fleet.html.column.hour", minutes / MINUTES_AN_HOUR)
                : sentences.count("fleet.html.column.minute", minutes);
    }

    private FleetDocument.Row row(String name, HostFacts facts) {
        Rank rank = Rank.of(name, facts);
        String cause = rank == null ? null : rank.cause();
        String severity = rank == null || cause == null ? "" : rank.severity().id();
        long events = rank == null ? 0 : rank.events();
        Moment last = rank == null ? null : rank.last();
        String when = last == null ? "" : String.valueOf(IsoMoment.wall(last));
        return new FleetDocument.Row(
                name,
                severity,
                Stream.of(
                                cell(severity, rank == null || cause == null ? "0" : weight(rank.severity())),
                                new FleetDocument.Cell(
                                        cause == null
                                                ? Phrase.NONE
                                                : words.words().cause(cause),
                                        cause == null ? "" : cause),
                                cell(Numbers.grouped(events), Long.toString(events)),
                                cell(
                                        Numbers.grouped(facts.incidents().size()),
                                        Integer.toString(facts.incidents().size())),
                                new FleetDocument.Cell(last == null ? Phrase.NONE : words.moment(last), when),
                                cell(facts.status().id(), facts.status().id()),
                                new FleetDocument.Cell(
                                        Phrase.code(facts.path()), facts.path().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    private static String weight(Severity severity) {
        return switch (severity) {
            case INFO -> "1";
            case WARNING -> "2";
            case CRITICAL -> "3";
        };
    }

    private static FleetDocument.Cell cell(String text, String key) {
        return new FleetDocument.Cell(Phrase.plain(text), key);
    }
}
