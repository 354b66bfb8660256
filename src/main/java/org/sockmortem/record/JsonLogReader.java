package org.sockmortem.record;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;

/**
 * Objects of one record each: {@code journalctl -o json} and its relatives, Docker's json-file, rsyslog's StdJSON, fluentd, and what
 * CloudWatch, Loki, Elasticsearch, Splunk and Google's logging export or answer. Each object tells which it is.
 */
final class JsonLogReader implements RecordReader {
    /** A field that holds a whole console (EC2's get-console-output, undecoded) is longer than any line. */
    private static final Pattern BASE64 =
            Pattern.compile("(?:[A-Za-z0-9+/]{4}){30,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?");

    private static final int UNDECIDED = 1 << 15;

    /** What Docker's json-file wrote of a line that is not ended yet: it parts lines at 16 KiB. */
    private final StringBuilder begun = new StringBuilder();

    private Parsed.@Nullable Header begunHeader;
    private long begunLine;
    private boolean keepsFeeds;

    /** Whether most of what a text begins with is records of this kind. */
    static boolean fits(byte[] head, int length) throws IOException {
        Census census = new Census();
        new JsonFrames(census).read(Lines.of(new ByteArrayInputStream(head, 0, length)));
        // before the first record of an answer may stand more than is looked at
        boolean undecided = census.records == 0 && census.others == 1 && length >= UNDECIDED && head[0] == '{';
        return undecided || (census.records > 0 && census.records >= census.others);
    }

    @Override
    public RecordSummary read(InputStream in, RecordSink sink) throws IOException {
        Tally tally = new Tally(sink);
        JournalEntries journal = new JournalEntries(LogFormat.JOURNAL_JSON, tally);
        Lines lines = Lines.of(in);
        JsonFrames.Sink records = new JsonFrames.Sink() {
            @Override
            public void object(String json, long line, String before, @Nullable JsonFields outer) {
                JsonFields fields = JsonFields.of(json, outer);
                if (isJournal(fields)) {
                    journal.entry(fields.values(), line + fields.line("MESSAGE"));
                } else if (DmesgJsonReader.isEntry(fields)) {
                    DmesgJsonReader.entry(fields, line, tally);
                } else {
                    shipped(fields, line, before, tally);
                }
            }

            @Override
            public void outer(String json, long line) {
                shipped(JsonFields.of(json), line, "", tally);
            }

            @Override
            public void plain(String text, long line) {
                tally.record(Parsed.Header.NONE, text, line);
            }
        };
        new JsonFrames(records).read(lines);
        endLine(tally);
        return tally.summary(lines);
    }

    private static boolean isJournal(JsonFields fields) {
        return fields.get("__REALTIME_TIMESTAMP") != null || fields.get("__CURSOR") != null;
    }

    private void shipped(JsonFields fields, long line, String before, Tally tally) {
        String at = textName(fields);
        String text = at == null ? null : fields.get(at);
        if (at == null || text == null) {
            return;
        }
        Parsed.Header header = Shipped.header(fields::near, before);
        tally.seen(header);
        if (!Shipped.mayBeKernels(fields::near)) {
            return;
        }
        if (at.equals("log") && fields.get("stream") != null) {
            docker(header, text, line, tally);
        } else {
            tally.record(header, decoded(text), line + fields.line(at));
        }
    }

    /** The name of the field that holds the line: one of those in use, or whichever holds a line with a stamp of its own. */
    private static @Nullable String textName(JsonFields fields) {
        String name = Shipped.textName(fields::get);
        return name != null
                ? name
                : fields.values().entrySet().stream()
                        .filter(f -> Shipped.isStamped(f.getValue()))
                        .map(Map.Entry::getKey)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }

    private void docker(Parsed.Header header, String text, long line, Tally tally) {
        boolean ended = text.endsWith("\n");
        keepsFeeds |= ended;
        if (begunHeader == null) {
            begunHeader = header;
            begunLine = line;
        }
        if (begun.length() + text.length() <= LIMIT) {
            begun.append(text);
        }
        // where a shipper took the line feeds away, every record is a line
        if (ended || !keepsFeeds) {
            endLine(tally);
        }
    }

    private void endLine(Tally tally) {
        Parsed.Header header = begunHeader;
        if (header != null) {
            tally.record(header, begun.toString(), begunLine);
        }
        begunHeader = null;
        begun.setLength(0);
    }

    private static String decoded(String text) {
        if (text.indexOf(' ') >= 0
                || text.length() < 120
                || !BASE64.matcher(text).matches()) {
            return text;
        }
        byte[] bytes = Base64.getDecoder().decode(text);
        return Bytes.text(bytes);
    }

    /** What a text begins with, counted. */
    private static final class Census implements JsonFrames.Sink {
        private int records;
        private int others;

        @Override
        public void object(String json, long line, String before, @Nullable JsonFields outer) {
            JsonFields fields = JsonFields.of(json, outer);
            if (isJournal(fields) || DmesgJsonReader.isEntry(fields) || isLog(fields, before)) {
                records++;
            } else if (!json.equals("{}")) {
                // what else an answer's arrays hold, such as the names of its columns; fluent-bit's metadata is empty
                others += outer == null ? 1 : 0;
            }
        }

        /** A text with a moment, or one that begins with the kernel's stamp: other JSON has texts too. */
        private static boolean isLog(JsonFields fields, String before) {
            String name = textName(fields);
            String text = name == null ? null : fields.get(name);
            return text != null && (Shipped.time(fields::near, before) != null || Shipped.isStamped(text));
        }

        @Override
        public void plain(String text, long line) {
            others += text.isBlank() ? 0 : 1;
        }
    }
}
