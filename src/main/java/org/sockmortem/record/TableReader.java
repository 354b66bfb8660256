package org.sockmortem.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Parsed;

/**
 * A table with a head: what log stores and spreadsheets export as CSV (RFC 4180, with commas, semicolons or tabs). The head names the
 * column of the line and that of its moment or its host; without both it is no log's table.
 */
final class TableReader implements RecordReader {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    /** A quoted value may go on in the next lines, but not for ever where a quote was lost. */
    private static final int LONGEST = 1 << 16;

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("message", "message"),
            Map.entry("messagetext", "message"),
            Map.entry("log message", "message"),
            Map.entry("@message", "message"),
            Map.entry("msg", "message"),
            Map.entry("log", "message"),
            Map.entry("line", "message"),
            Map.entry("_raw", "message"),
            Map.entry("raw", "message"),
            Map.entry("text", "message"),
            Map.entry("content", "message"),
            Map.entry("event", "message"),
            Map.entry("body", "message"),
            Map.entry("syslogmessage", "message"),
            Map.entry("textpayload", "message"),
            Map.entry("jsonpayload.message", "message"),
            Map.entry("time", "time"),
            Map.entry("timestamp", "time"),
            Map.entry("@timestamp", "time"),
            Map.entry("_time", "time"),
            Map.entry("date", "time"),
            Map.entry("datetime", "time"),
            Map.entry("timegenerated", "time"),
            Map.entry("receivedat", "time"),
            Map.entry("devicereportedtime", "time"),
            Map.entry("host", "host"),
            Map.entry("hostname", "host"),
            Map.entry("host.name", "host"),
            Map.entry("computer", "host"),
            Map.entry("fromhost", "host"),
            Map.entry("source", "host"),
            Map.entry("node", "host"),
            Map.entry("logstreamname", "host"),
            Map.entry("facility", "facility"),
            Map.entry("program", "program"),
            Map.entry("programname", "program"),
            Map.entry("appname", "program"),
            Map.entry("syslogtag", "program"),
            Map.entry("process.name", "program"));

    private final char delimiter;
    private final List<String> columns;

    private TableReader(char delimiter, List<String> columns) {
        this.delimiter = delimiter;
        this.columns = columns;
    }

    /** A reader for a table whose head is the first of these lines, or {@code null}. */
    static @Nullable TableReader of(List<String> head) {
        String first = head.get(0);
        for (char delimiter : first.length() > LONGEST ? List.<Character>of() : DELIMITERS) {
            List<String> columns = new ArrayList<>();
            for (String name : cells(first, delimiter)) {
                columns.add(NAMES.getOrDefault(name.strip().toLowerCase(Locale.ROOT), ""));
            }
            Set<String> known = Set.copyOf(columns);
            if (known.contains("message") && (known.contains("time") || known.contains("host"))) {
                return new TableReader(delimiter, columns);
            }
        }
        return null;
    }

    @Override
    public RecordSummary read(InputStream in, RecordSink sink) throws IOException {
        Tally tally = new Tally(sink);
        Lines lines = Lines.of(in);
        boolean head = true;
        StringBuilder row = new StringBuilder();
        long number = 0;
        while (lines.next()) {
            String line = lines.text();
            number = row.length() == 0 ? lines.number() : number;
            row.append(row.length() == 0 ? "" : "\n").append(line);
            if (!isOpen(row) || row.length() > LONGEST) {
                if (!head) {
                    row(cells(row.toString(), delimiter), number, tally);
                }
                head &= row.toString().isBlank();
                row.setLength(0);
            }
        }
        row(cells(row.toString(), delimiter), number, tally);
        return tally.summary(lines);
    }

    private static boolean isOpen(CharSequence row) {
        return row.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private void row(List<String> cells, long number, Tally tally) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            // where the line holds the delimiter and nobody quoted it, it is the last column's
            int column = Math.min(i, columns.size() - 1);
            String name = columns.get(column);
            String before = i > column ? fields.get(name) : null;
            if (before != null) {
                fields.put(name, before + delimiter + cells.get(i));
            } else if (!name.isEmpty()) {
                fields.putIfAbsent(name, cells.get(i));
            }
        }
        String text = fields.get("message");
        Parsed.Header header = Shipped.header(fields::get, "");
        tally.seen(header);
        if (text != null && Shipped.mayBeKernels(fields::get)) {
            tally.record(header, text, number);
        }
    }

    private static List<String> cells(String row, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
