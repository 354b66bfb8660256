package org.sockmortem.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Cuts a stream of JSON into its objects, and nothing more: one object a line, pretty-printed over many, in an array, behind
 * {@code data: } (json-sse) or a record separator (json-seq, RFC 7464). What is broken costs one object, because the next line that can
 * begin one does.
 */
final class JsonFrames {
    /** Takes what was found, in order. */
    interface Sink {
        /**
         * One object; cut short where the input is.
         *
         * @param json from its opening brace
         * @param line the line of that brace
         * @param before what stood before it on its line, for a form that puts the time there; otherwise empty
         */
        void object(String json, long line, String before);

        /** A line that is no JSON. */
        void plain(String text, long line);
    }

    private static final int RECORD_SEPARATOR = 0x1E;
    private static final int LONGEST_WRAPPER = 64;
    private static final byte[] SSE = "data: ".getBytes(StandardCharsets.US_ASCII);
    /** An object whose one purpose is to hold the array of records: dmesg's, CloudWatch's and the like. */
    private static final Pattern WRAPPER = Pattern.compile(
            "\\{\\s*\"(?:dmesg|events|entries|hits|logs|messages|records|results|rows|data)\"\\s*:\\s*\\[\\s*");
    // fluentd's out_file: time, tag and record between tabs
    private static final Pattern FLUENTD = Pattern.compile("[0-9][0-9TtZz:.,+ -]{8,38}\t[^\t{]{1,200}\t");

    private final Sink sink;
    private byte[] frame = new byte[1024];
    private int size;
    private String before = "";
    private long frameLine;
    private int depth;
    private boolean inString;
    private boolean escaped;
    private boolean skipping;
    private boolean wrapped;

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
        int open = opening(b, from, lines.length());
        if (open < 0) {
            open = afterTag(lines);
        }
        if (open < 0) {
            skipping = true;
            plain(lines);
        }
        return Math.max(from, open);
    }

    private void plain(Lines lines) {
        String text = lines.text();
        // what else the wrapper says
        if (!wrapped || !text.stripLeading().startsWith("\"")) {
            sink.plain(text, lines.number());
        }
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
        if (!FLUENTD.matcher(start).matches()) {
            return -1;
        }
        before = start.substring(0, start.indexOf('\t'));
        return brace;
    }

    private void objects(Lines lines, int from) {
        byte[] b = lines.bytes();
        for (int i = from; i < lines.length() && !skipping; ) {
            if (depth == 0) {
                i = opening(b, i, lines.length());
                skipping = i < 0;
                frameLine = lines.number();
                if (skipping || i == lines.length()) {
                    return;
                }
            }
            if (b[i] == '{' && depth == 2 && !inString && isWrapper()) {
                wrapped = true;
                depth = 0;
                size = 0;
                frameLine = lines.number();
            }
            take(b[i]);
            i++;
        }
    }

    private boolean isWrapper() {
        return size < LONGEST_WRAPPER
                && WRAPPER.matcher(Bytes.text(frame, 0, size)).matches();
    }

    private void take(byte b) {
        append(b);
        if (inString) {
            inString = escaped || b != '"';
            escaped = !escaped && b == '\\';
        } else if (b == '"') {
            inString = true;
        } else if (b == '{' || b == '[') {
            depth++;
        } else if (b == '}' || b == ']') {
            depth--;
        }
        if (depth == 0) {
            end();
        } else if (size >= RecordReader.LIMIT) {
            end();
            skipping = true;
        }
    }

    private void append(byte b) {
        if (size == frame.length) {
            frame = Arrays.copyOf(frame, 2 * size);
        }
        frame[size++] = b;
    }

    /** Hands on what there is of the object, whole or not. */
    private void end() {
        if (size > 0) {
            sink.object(Bytes.text(frame, 0, size), frameLine, before);
        }
        size = 0;
        depth = 0;
        inString = false;
        escaped = false;
    }
}
