package org.sockmortem.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;

/**
 * {@code journalctl -o verbose} (systemd, logs-show.c output_verbose()): a head line with the cursor, then a field a line, indented by
 * four; further lines of a value by twelve. The wall clock is taken from the cursor, which is in UTC: the head line's zone is a word.
 */
final class JournalVerboseReader implements RecordReader {
    private static final int LONGEST_HEAD = 400;
    private static final Pattern HEAD =
            Pattern.compile("[^0-9]{0,40}[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]{1,6})?"
                    + " [^ \\[]{1,40} \\[s=[0-9a-f]{1,32};i=[0-9a-f]{1,16};b=([0-9a-f]{32});m=[0-9a-f]{1,16};t=([0-9a-f]{1,15});"
                    + "x=[0-9a-f]{1,16}(?:;p=[^ \\]]*)?\\]");
    private static final Pattern FIELD = Pattern.compile("(?s) {4}([A-Z_][A-Z0-9_]{0,63})=(.*)");
    private static final String CONTINUATION = " ".repeat(12);

    private final Map<String, String> fields = new HashMap<>();
    private final StringBuilder value = new StringBuilder();
    private @Nullable String name;
    private long messageLine;

    /** Whether these are the first lines of it; journalctl may have said first how far the journal reaches. */
    static boolean fits(List<String> head) {
        int first = !head.isEmpty() && head.get(0).startsWith("-- ") ? 1 : 0;
        return head.size() > first + 1
                && head(Ansi.strip(head.get(first))).matches()
                && FIELD.matcher(Ansi.strip(head.get(first + 1))).matches();
    }

    private static Matcher head(String line) {
        return HEAD.matcher(line.length() > LONGEST_HEAD ? "" : line);
    }

    @Override
    public RecordSummary read(InputStream in, RecordSink sink) throws IOException {
        Tally tally = new Tally(sink);
        JournalEntries entries = new JournalEntries(LogFormat.JOURNAL_VERBOSE, tally);
        Lines lines = Lines.of(in);
        while (lines.next()) {
            String line = Ansi.strip(lines.text());
            if (line.startsWith(CONTINUATION)) {
                more(line.substring(CONTINUATION.length()));
            } else if (line.startsWith("    ")) {
                field(line, lines.number());
            } else {
                Matcher head = head(line);
                if (head.matches()) {
                    end(entries);
                    begin(head, lines.number());
                }
            }
        }
        end(entries);
        return tally.summary(lines);
    }

    private void begin(Matcher head, long line) {
        fields.put("_BOOT_ID", Times.group(head, 1));
        fields.put("__REALTIME_TIMESTAMP", Long.toString(Long.parseLong(Times.group(head, 2), 16)));
        messageLine = line;
    }

    private void field(String line, long number) {
        endField();
        Matcher field = FIELD.matcher(line);
        if (!field.matches()) {
            return;
        }
        name = Times.group(field, 1);
        value.append(Times.group(field, 2));
        if ("MESSAGE".equals(name)) {
            messageLine = number;
        }
    }

    private void more(String text) {
        if (name != null && value.length() + text.length() < LIMIT) {
            value.append('\n').append(text);
        }
    }

    private void endField() {
        if (name != null && JournalEntries.WANTED.contains(name)) {
            fields.putIfAbsent(name, value.toString());
        }
        name = null;
        value.setLength(0);
    }

    private void end(JournalEntries entries) {
        endField();
        if (fields.containsKey("__REALTIME_TIMESTAMP")) {
            entries.entry(fields, messageLine);
        }
        fields.clear();
    }
}
