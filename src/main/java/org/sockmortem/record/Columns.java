package org.sockmortem.record;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Parsed;

/**
 * The columns of a table of log lines, whatever the table is written as. Their names tell which holds the line and which its moment or its
 * host; without both it is no log's table.
 */
final class Columns {
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

    private final List<String> columns;

    private Columns(List<String> columns) {
        this.columns = columns;
    }

    /** The columns of these names, or {@code null} where they are not a log's. */
    static @Nullable Columns of(List<String> names) {
        List<String> columns = names.stream().map(Columns::known).toList();
        Set<String> known = Set.copyOf(columns);
        boolean log = known.contains("message") && (known.contains("time") || known.contains("host"));
        return log ? new Columns(columns) : null;
    }

    /**
     * Hands on what a row tells.
     *
     * @param delimiter what stands between the cells: where the line holds it and nobody quoted it, it is the last column's
     * @param number of the row's line
     */
    void row(List<String> cells, char delimiter, long number, Tally tally) {
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            int column = Math.min(i, columns.size() - 1);
            String name = columns.get(column);
            String before = i > column ? fields.get(name) : null;
            if (before != null) {
                fields.put(name, before + delimiter + cells.get(i));
            } else if (!name.isEmpty()) {
                fields.putIfAbsent(name, cells.get(i));
            }
        }
        row(fields, number, tally);
    }

    /** The same for a row whose cells are named each for itself. */
    static void row(Map<String, String> named, long number, Tally tally) {
        String text = named.get("message");
        Parsed.Header header = Shipped.header(named::get, "");
        tally.seen(header);
        if (text != null && Shipped.mayBeKernels(named::get)) {
            tally.record(header, text, number);
        }
    }

    /** By what name the columns of this name are known, or the empty text. */
    static String known(String name) {
        return NAMES.getOrDefault(name.strip().toLowerCase(Locale.ROOT), "");
    }
}
