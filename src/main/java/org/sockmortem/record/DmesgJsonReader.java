package org.sockmortem.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;

/** {@code dmesg --json} of util-linux 2.38 and later, whole or cut short, as {@code dmesg -Jw} leaves it. */
final class DmesgJsonReader implements RecordReader {
    private static final Pattern START = Pattern.compile(
            "(?s)\\s*\\{\\s*\"dmesg\"\\s*:\\s*\\[\\s*(?:\\{\\s*\"(?:pri|fac)\"\\s*:.*|\\]?\\s*\\}?\\s*)");
    // dmesg.c of 2.38 and 2.39, reading a file or syslog(2): each "msg" goes on to the end of the buffer; 2.40 ends it
    // at the record
    private static final Pattern NEXT_RECORD = Pattern.compile("\n<[0-9]{1,4}>");
    private static final int FIRST_OF_USERS = 8;

    /** Whether a text begins so. */
    static boolean fits(String head) {
        return START.matcher(head).matches();
    }

    @Override
    public RecordSummary read(InputStream in, RecordSink sink) throws IOException {
        Tally tally = new Tally(sink);
        Lines lines = Lines.of(in);
        JsonFrames.Sink records = new JsonFrames.Sink() {
            @Override
            public void object(String json, long line, String before, @Nullable JsonFields outer) {
                entry(JsonFields.of(json), line, tally);
            }

            @Override
            public void plain(String text, long line) {
                tally.record(Parsed.Header.NONE, text, line);
            }
        };
        new JsonFrames(records).read(lines);
        return tally.summary(lines);
    }

    /** Whether an object is one of its entries, also where somebody has taken it out of the array. */
    static boolean isEntry(JsonFields fields) {
        return fields.get("msg") != null
                && (fields.get("pri") != null || fields.get("fac") != null)
                && Times.micros(fields.get("time")) != Stamp.NO_UPTIME
                && Times.moment(fields.get("time")) == null;
    }

    /** Takes one entry. */
    static void entry(JsonFields fields, long line, Tally tally) {
        String text = fields.get("msg");
        if (text == null) {
            return;
        }
        Stamp stamp = new Stamp(null, Times.micros(fields.get("time")), caller(fields.get("caller")));
        Parsed.Header header = new Parsed.Header(LogFormat.DMESG_JSON, stamp, null, 0);
        tally.seen(header);
        if (isKernels(fields)) {
            Matcher next = NEXT_RECORD.matcher(text);
            tally.record(header, next.find() ? text.substring(0, next.start()) : text, line + fields.line("msg"));
        }
    }

    private static boolean isKernels(JsonFields fields) {
        String facility = fields.get("fac");
        return facility == null ? Times.count(fields.get("pri")) < FIRST_OF_USERS : facility.equals("kern");
    }

    private static @Nullable String caller(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
