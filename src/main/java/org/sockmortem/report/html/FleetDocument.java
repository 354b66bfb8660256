package org.sockmortem.report.html;

import java.io.IOException;
import java.io.Writer;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.fleet.story.HeatMap;
import org.sockmortem.report.page.Phrase;

/**
 * A fleet as one file, for its template.
 *
 * @param page title, summary and sections of the prose
 * @param map hosts beside time, or {@code null}
 * @param mapNote what a column of it is
 * @param columns names of the table's columns
 * @param rows a host each
 * @param more what is not in the table, or no words
 * @param ending of the files that hosts lead to
 */
public record FleetDocument(
        HtmlDocument page,
        @Nullable HeatMap map,
        Phrase mapNote,
        List<Phrase> columns,
        List<Row> rows,
        Phrase more,
        String ending) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    /** Copies the lists. */
    public FleetDocument {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * A host in the table.
     *
     * @param host its name, which leads to its report
     * @param severity by which it is coloured
     * @param cells after the name
     */
    public record Row(String host, String severity, List<Cell> cells) {
        /** Copies the list. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * What stands in a cell.
     *
     * @param text as it is read
     * @param key by which the column is sorted: numbers as numbers
     */
    public record Cell(Phrase text, String key) {}

    /** Writes it, flushes, and leaves the writer open. */
    public void write(Writer out) throws IOException {
        HtmlDocument.render("fleet.jte", Map.of("fleet", this), out);
    }

    /** Where a host's report is. */
    public String link(String host) {
        return "hosts/" + host + "." + ending;
    }

    /** How dark a stretch with so many events is: 1 for less than ten, and one more for each further digit, up to 4. */
    public static int level(long events) {
        return Math.min(4, Long.toString(events).length());
    }

    /** What a stretch of the map says. */
    public String told(HeatMap.Row row, int column) {
        HeatMap shown = map;
        return shown == null
                ? ""
                : shown.begin(column).format(TIME)
                        + (row.zoned() ? " UTC: " : ": ")
                        + row.events().get(column);
    }
}
