package org.sockmortem.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of JSON into its objects, and nothing more: one object a line, pretty-printed over many, in an array, behind
 * {@code data: } (json-sse) or a record separator (json-seq, RFC 7464). Of an object that holds an array of objects, as the answers of
 * log stores do, the inner ones come one by one, with what stands before them in the outer ones, so that an answer of any length needs
 * no more memory than its records. What is broken costs one object, because the next line that can begin one does.
 */
final class JsonFrames {
    /** Takes what was found, in order. */
    interface Sink {
        /**
         * One object, or one row of values; cut short where the input is.
         *
         * @param json from its opening brace or bracket
         * @param line the line of that brace
         * @param before what stood before it on its line, for a form that puts the time there; otherwise empty
         * @param outer what stands before it in the objects around it, or {@code null}
         */
        void object(String json, long line, String before, @Nullable JsonFields outer);

        /** One object whose inner objects were handed on before. */
        default void outer(String json, long line) {}

        /** A line that is no JSON. */
        void plain(String text, long line);
    }

    private static final int RECORD_SEPARATOR = 0x1E;
    private static final int LONGEST_OUTER = 1 << 16;
    private static final int DEPTH = 64;
    private static final int LEVELS = 6;
    private static final byte[] SSE = "data: ".getBytes(StandardCharsets.US_ASCII);
    /** Arrays whose elements may be rows of values: Loki's, Splunk's, CloudWatch Insights', Azure Monitor's. */
    private static final Set<String> ROWS = Set.of("values", "rows", "results", "Rows");
    // time, tag and record: fluentd's out_file, fluentd's out_stdout, and fluent-bit's, where a number stands before
    // and metadata between
    private static final List<Pattern> TAGGED = List.of(
            Pattern.compile("([0-9][0-9TtZz:.,+ -]{8,38})\t[^\t{]{1,200}\t"),
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:]{8}(?:\\.[0-9]{1,9})? [+-][0-9]{4}) [^\\s{]{1,200}: "),
            Pattern.compile("\\[[0-9]{1,9}\\] [^\\s{\\[\\]]{1,200}: \\[\\[?([0-9]{9,11}\\.[0-9]{1,9}), "));

    private final Sink sink;
    private final List<Frame> open = new ArrayList<>();
    private final byte[] kinds = new byte[DEPTH + 1];
    private final @Nullable String[] keys = new String[DEPTH + 1];
    private final @Nullable JsonFields[] outers = new JsonFields[DEPTH + 1];
    private final StringBuilder string = new StringBuilder();
    private @Nullable String key;
    private String before = "";
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean skipping;

    /** An object whose end is not reached yet. */
    private static final class Frame {
        final long line;
        final int depth;
        final boolean row;
        final @Nullable JsonFields outer;
        byte[] bytes = new byte[512];
        int size;
        boolean wraps;

        Frame(long line, int depth, boolean row, @Nullable JsonFields outer) {
            this.line = line;
            this.depth = depth;
            this.row = row;
            this.outer = outer;
        }

        void append(byte b, int limit) {
            if (size < limit) {
                if (size == bytes.length) {
                    bytes = Arrays.copyOf(bytes, 2 * size);
                }
                bytes[size++] = b;
            }
        }

        String text() {
            return Bytes.text(bytes, 0, size);
        }
    }

    JsonFrames(Sink sink) {
        this.sink = sink;
    }

    /** Reads to the end. */
    void read(Lines lines) throws IOException {
        while (lines.piece()) {
            int from = lines.begins() ? begin(lines) : 0;
            if (!skipping) {
                objects(lines, from);
            }
            if (depth > 0 && !lines.continues()) {
                append((byte) '\n');
            }
        }
        end();
    }

    /** At a line's beginning: where its JSON begins. */
    private int begin(Lines lines) {
        byte[] b = lines.bytes();
        skipping = false;
        // a string holds no line feed, and an object inside another is indented: either way the one before was cut
        // short
        if (inString || (lines.length() > 0 && (b[0] == '{' || b[0] == RECORD_SEPARATOR))) {
            end();
        }
        if (depth > 0) {
            return 0;
        }
        before = "";
        int from = lines.length() > 0 && b[0] == RECORD_SEPARATOR ? 1 : 0;
        from = lines.startsWith("data: ") ? SSE.length : from;
        int opening = opening(b, from, lines.length());
        if (opening < 0) {
            opening = afterTag(lines);
        }
        if (opening < 0) {
            skipping = true;
            sink.plain(lines.text(), lines.number());
        }
        return Math.max(from, opening);
    }

    /** Where an object opens before which only punctuation stands, or the end if nothing else follows, or -1 before other text. */
    private static int opening(byte[] b, int from, int to) {
        int i = from;
        while (i < to && (b[i] == ' ' || b[i] == '\t' || b[i] == ',' || b[i] == '[' || b[i] == ']' || b[i] == '}')) {
            i++;
        }
        if (i == to) {
            return to;
        }
        return b[i] == '{' && isObject(b, i + 1, to) ? i : -1;
    }

    private static boolean isObject(byte[] b, int from, int to) {
        int i = from;
        while (i < to && (b[i] == ' ' || b[i] == '\t')) {
            i++;
        }
        return i == to || b[i] == '"' || b[i] == '}';
    }

    private int afterTag(Lines lines) {
        byte[] b = lines.bytes();
        int brace = 0;
        int limit = Math.min(lines.length(), 256);
        while (brace < limit && b[brace] != '{') {
            brace++;
        }
        if (brace == 0 || brace == limit || !isObject(b, brace + 1, lines.length())) {
            return -1;
        }
        String start = Bytes.text(b, 0, brace);
        for (Pattern tagged : TAGGED) {
            Matcher tag = tagged.matcher(start);
            if (tag.matches()) {
                before = Times.group(tag, 1);
                return brace;
            }
        }
        return -1;
    }

    private void objects(Lines lines, int from) {
        byte[] b = lines.bytes();
        for (int i = from; i < lines.length() && !skipping; i++) {
            if (depth == 0) {
                i = opening(b, i, lines.length());
                skipping = i < 0;
                if (skipping || i == lines.length()) {
                    return;
                }
            }
            take(b[i], lines.number());
        }
    }

    private void take(byte b, long line) {
        if (inString) {
            append(b);
            string(b);
        } else if (b == '{' || b == '[') {
            opens(b, line);
        } else if (b == '}' || b == ']') {
            append(b);
            closes();
        } else if (b == 'i') {
            // of fluent-bit's nil; no word of JSON has the letter
            append((byte) 'u');
            append((byte) 'l');
        } else if (b != '=') {
            // fluent-bit puts => where JSON has a colon (msgpack_object_print() of msgpack-c)
            byte sign = b == '>' ? (byte) ':' : b;
            inString = sign == '"';
            if (sign == ':') {
                key = string.toString();
            }
            string.setLength(0);
            append(sign);
        }
        if (!open.isEmpty() && open.get(open.size() - 1).size >= RecordReader.LIMIT) {
            end();
            skipping = true;
        }
    }

    private void string(byte b) {
        if (!escaped && b == '"') {
            inString = false;
        } else if (string.length() < DEPTH) {
            string.append((char) b);
        }
        escaped = !escaped && b == '\\';
    }

    private void opens(byte b, long line) {
        if (open.isEmpty()) {
            open.add(new Frame(line, depth, false, null));
        } else if (isInner(b)) {
            Frame around = open.get(open.size() - 1);
            if (outers[depth] == null) {
                outers[depth] = JsonFields.of(around.text(), around.outer);
            }
            around.wraps = true;
            open.add(new Frame(line, depth, b == '[', outers[depth]));
        }
        depth++;
        if (depth <= DEPTH) {
            kinds[depth] = b;
            keys[depth] = key;
            outers[depth] = null;
        }
        key = null;
        append(b);
    }

    /** Whether this opens an element of an array whose elements are records. */
    private boolean isInner(byte b) {
        boolean inArray = depth < DEPTH && kinds[depth] == '[' && open.size() < LEVELS;
        if (!inArray || open.get(open.size() - 1).row) {
            return false;
        }
        String name = keys[depth];
        return b == '{' || (name != null && ROWS.contains(name));
    }

    private void closes() {
        depth--;
        Frame last = open.get(open.size() - 1);
        if (depth > last.depth) {
            return;
        }
        open.remove(open.size() - 1);
        if (!last.wraps) {
            sink.object(last.text(), last.line, before, last.outer);
        } else if (last.size < LONGEST_OUTER) {
            sink.outer(last.text(), last.line);
        }
    }

    private void append(byte b) {
        int last = open.size() - 1;
        for (int i = 0; i <= last; i++) {
            open.get(i).append(b, i == last && !open.get(i).wraps ? RecordReader.LIMIT : LONGEST_OUTER);
        }
    }

    /** Hands on what there is of the object, whole or not. */
    private void end() {
        Frame last = open.isEmpty() ? null : open.get(open.size() - 1);
        if (last != null && !last.wraps) {
            sink.object(last.text(), last.line, before, last.outer);
        }
        open.clear();
        depth = 0;
        inString = false;
        escaped = false;
        key = null;
        string.setLength(0);
    }
}
