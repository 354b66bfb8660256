package org.sockmortem.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.sockmortem.parse.LogFormat;

/**
 * {@code journalctl -o export}, also as systemd-journal-remote and -gatewayd send it (systemd, docs/JOURNAL_EXPORT_FORMATS.md): fields
 * of a line each, or a name, a length of eight bytes and so many bytes; a blank line after each entry.
 */
final class JournalExportReader implements RecordReader {
    // journald takes no field longer than 768 MiB (journald-native.c); a longer length is text that was damaged on its
    // way
    private static final long LONGEST_FIELD = 768L << 20;
    private static final int LONGEST_NAME = 64;
    private static final Pattern FIELD = Pattern.compile("(?s)[A-Z_][A-Z0-9_]{0,63}(=.*)?");
    private static final Pattern CURSOR = Pattern.compile("__CURSOR=s=[0-9a-f]{32};.*");
    private static final Pattern REALTIME = Pattern.compile("__REALTIME_TIMESTAMP=[0-9]{1,20}");

    private final Map<String, String> fields = new HashMap<>();
    private long messageLine;

    /** Whether these are the first lines of an export: every entry begins with its addresses. */
    static boolean fits(List<String> head) {
        return head.size() >= 3
                && head.stream().limit(3).anyMatch(l -> REALTIME.matcher(l).matches())
                && head.stream().limit(3).allMatch(l -> l.startsWith("_") || l.startsWith("MESSAGE"))
                && (CURSOR.matcher(head.get(0)).matches()
                        || REALTIME.matcher(head.get(0)).matches())
                && head.stream().limit(3).allMatch(l -> FIELD.matcher(l).matches());
    }

    @Override
    public RecordSummary read(InputStream in, RecordSink sink) throws IOException {
        Tally tally = new Tally(sink);
        JournalEntries entries = new JournalEntries(LogFormat.JOURNAL_EXPORT, tally);
        Lines lines = Lines.of(in);
        while (lines.next()) {
            // an entry whose blank line was lost in copying ends where the next begins
            boolean next = lines.startsWith("__CURSOR=") && !fields.isEmpty();
            if (lines.length() == 0 || next) {
                end(entries);
            }
            if (lines.length() > 0) {
                field(lines);
            }
        }
        end(entries);
        return tally.summary(lines);
    }

    private void end(JournalEntries entries) {
        if (!fields.isEmpty()) {
            entries.entry(fields, messageLine);
            fields.clear();
        }
    }

    private void field(Lines lines) throws IOException {
        int equals = 0;
        int limit = Math.min(lines.length(), LONGEST_NAME + 1);
        while (equals < limit && lines.bytes()[equals] != '=') {
            equals++;
        }
        String name = Bytes.text(lines.bytes(), 0, equals);
        if (equals < limit) {
            put(name, Bytes.text(lines.bytes(), equals + 1, lines.length()), lines.number());
        } else if (FIELD.matcher(name).matches() && equals == lines.length()) {
            binary(name, lines);
        }
    }

    private void binary(String name, Lines lines) throws IOException {
        long line = lines.number();
        byte[] size = lines.raw(Long.BYTES);
        if (size.length < Long.BYTES) {
            return;
        }
        long length = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (length >= 0 && length <= LONGEST_FIELD) {
            put(name, Bytes.text(lines.raw(length)), line + 1);
            lines.raw(1);
        }
    }

    private void put(String name, String value, long line) {
        if (name.equals("MESSAGE")) {
            messageLine = line;
        }
        if (fields.isEmpty()) {
            messageLine = line;
        }
        if (name.startsWith("__CURSOR") || JournalEntries.WANTED.contains(name)) {
            fields.putIfAbsent(name, value);
        }
    }
}
