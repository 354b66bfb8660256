package org.sockmortem.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * Objects of one record each: {@code journalctl -o json} and its relatives, Docker's json-file, rsyslog's StdJSON, fluentd, and what
 * CloudWatch, Loki, Elasticsearch, Splunk and Google's logging export. Each object tells which it is.
 */
final class JsonLogReader implements RecordReader {
    private static final List<String> TEXTS = List.of(
            "MESSAGE", "message", "log", "msg", "_raw", "line", "textPayload", "jsonPayload.message", "event.original");
    private static final List<String> TIMES =
            List.of("@timestamp", "time", "timestamp", "ts", "timereported", "timegenerated", "_time");
    private static final List<String> HOSTS = List.of(
            "_HOSTNAME", "hostname", "host", "fromhost", "host.name", "kubernetes.host", "logStream", "logStreamName");
    // rsyslog's names, then those of the Elastic Common Schema
    private static final List<String> FACILITIES =
            List.of("facility", "SYSLOG_FACILITY", "syslogfacility-text", "syslogfacility", "log.syslog.facility.name");
    private static final Set<String> KERNEL = Set.of("kern", "kernel", "0");
    /** Objects in which Elasticsearch and Splunk wrap the record. */
    private static final List<String> WRAPPERS = List.of("", "_source.", "result.");

    /** Whether most of what a text begins with is records of this kind. */
    static boolean fits(byte[] head, int length) throws IOException {
        Census census = new Census();
        new JsonFrames(census).read(Lines.of(new ByteArrayInputStream(head, 0, length)));
        return census.records > 0 && census.records >= census.others;
    }

    @Override
    public RecordSummary read(InputStream in, RecordSink sink) throws IOException {
        Tally tally = new Tally(sink);
        JournalEntries journal = new JournalEntries(LogFormat.JOURNAL_JSON, tally);
        Lines lines = Lines.of(in);
        JsonFrames.Sink records = new JsonFrames.Sink() {
            @Override
            public void object(String json, long line, String before) {
                JsonFields fields = JsonFields.of(json);
                if (isJournal(fields)) {
                    journal.entry(fields.values(), line + fields.line("MESSAGE"));
                } else {
                    shipped(fields, line, before, tally);
                }
            }

            @Override
            public void plain(String text, long line) {
                tally.record(Parsed.Header.NONE, text, line);
            }
        };
        new JsonFrames(records).read(lines);
        return tally.summary(lines);
    }

    private static boolean isJournal(JsonFields fields) {
        return fields.get("__REALTIME_TIMESTAMP") != null || fields.get("__CURSOR") != null;
    }

    private static void shipped(JsonFields fields, long line, String before, Tally tally) {
        String at = textName(fields);
        String text = at == null ? null : fields.get(at);
        if (at == null || text == null) {
            return;
        }
        long uptime = Times.count(value(fields, "_SOURCE_MONOTONIC_TIMESTAMP"));
        Stamp stamp = new Stamp(time(fields, before), uptime < 0 ? Stamp.NO_UPTIME : uptime, null);
        Parsed.Header header = new Parsed.Header(LogFormat.CONTAINER_JSON, stamp, first(fields, HOSTS), 0);
        tally.seen(header);
        if (mayBeKernels(fields)) {
            tally.record(header, text, line + fields.line(at));
        }
    }

    private static boolean mayBeKernels(JsonFields fields) {
        String facility = first(fields, FACILITIES);
        String transport = value(fields, "_TRANSPORT");
        return (facility == null || KERNEL.contains(facility))
                && (transport == null
                        || transport.equals("kernel")
                        || "kernel".equals(value(fields, "SYSLOG_IDENTIFIER")));
    }

    private static @Nullable WallStamp time(JsonFields fields, String before) {
        for (String name : TIMES) {
            WallStamp wall = Times.moment(value(fields, name));
            if (wall != null) {
                return wall;
            }
        }
        return Times.moment(before);
    }

    private static @Nullable String textName(JsonFields fields) {
        for (String name : TEXTS) {
            for (String wrapper : WRAPPERS) {
                if (fields.get(wrapper + name) != null) {
                    return wrapper + name;
                }
            }
        }
        return null;
    }

    private static @Nullable String value(JsonFields fields, String name) {
        for (String wrapper : WRAPPERS) {
            String value = fields.get(wrapper + name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    private static @Nullable String first(JsonFields fields, List<String> names) {
        for (String name : names) {
            String value = value(fields, name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }

    /** What a text begins with, counted. */
    private static final class Census implements JsonFrames.Sink {
        private int records;
        private int others;

        @Override
        public void object(String json, long line, String before) {
            JsonFields fields = JsonFields.of(json);
            if (isJournal(fields) || (textName(fields) != null && time(fields, before) != null)) {
                records++;
            } else {
                others++;
            }
        }

        @Override
        public void plain(String text, long line) {
            others += text.isBlank() ? 0 : 1;
        }
    }
}
