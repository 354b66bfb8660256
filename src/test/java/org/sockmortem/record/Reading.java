package org.sockmortem.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/** A sample read as its own beginning asks for, and what came of it. */
final class Reading {
    /** One record, as the sink got it. */
    record Row(Parsed.Header header, String text, long line) {}

    final List<Row> rows = new ArrayList<>();
    private @Nullable Row opening;
    private final RecordReader reader;
    private RecordSummary summary = new RecordSummary(0, 0, 0, Parsed.Header.NONE, Parsed.Header.NONE);

    private Reading(RecordReader reader) {
        this.reader = reader;
    }

    static Reading of(String sample) {
        return of(sample.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a sample that must be of some form; every beginning of it must be readable by the same reader. */
    static Reading of(byte[] sample) {
        for (int length = 0; length < sample.length; length++) {
            RecordForms.sniff(sample, length);
            reader(sample).read(Arrays.copyOf(sample, length), 7);
        }
        Reading reading = reader(sample);
        reading.read(sample, 1 << 16);
        Reading slow = reader(sample);
        slow.read(sample, 1);
        assertThat(slow.rows).as("a byte at a time").isEqualTo(reading.rows);
        assertThat(reading.summary.bytes()).isEqualTo(sample.length);
        assertThat(reading.summary.records()).isEqualTo(reading.rows.size() + (reading.opening == null ? 0 : 1));
        return reading;
    }

    /** Reads a sample too long for trying each of its beginnings. */
    static Reading once(String sample) {
        byte[] bytes = sample.getBytes(StandardCharsets.UTF_8);
        Reading reading = reader(bytes);
        reading.read(bytes, 1 << 16);
        return reading;
    }

    /** The last record. */
    Row lastRow() {
        return rows.get(rows.size() - 1);
    }

    /** Whether a text is of a form that is read by records. */
    static boolean isSniffed(String sample) {
        byte[] bytes = sample.getBytes(StandardCharsets.UTF_8);
        return RecordForms.sniff(bytes, bytes.length).isPresent();
    }

    private static Reading reader(byte[] sample) {
        Optional<RecordReader> sniffed = RecordForms.sniff(sample, sample.length);
        return new Reading(sniffed.orElseThrow(() -> new AssertionError("taken for a form of single lines")));
    }

    private void read(byte[] sample, int step) {
        InputStream in = new ByteArrayInputStream(sample) {
            @Override
            public int read(byte[] b, int off, int len) {
                return super.read(b, off, Math.min(step, len));
            }
        };
        try {
            summary = reader.read(in, (header, text, line) -> take(new Row(header, text, line)));
        } catch (IOException e) {
            throw new AssertionError("an array cannot fail to be read", e);
        }
    }

    private void take(Row row) {
        if (rows.isEmpty() && opening == null && row.line == 1 && row.text.startsWith("-- Boot ")) {
            opening = row;
        } else {
            rows.add(row);
        }
    }

    /** The mark of the boot with which a journal begins, or {@code null}. */
    @Nullable
    String opening() {
        return opening == null ? null : opening.text;
    }

    RecordSummary summary() {
        return summary;
    }

    List<String> texts() {
        return rows.stream().map(Row::text).toList();
    }

    List<Long> lines() {
        return rows.stream().map(Row::line).toList();
    }

    List<Long> uptimes() {
        return rows.stream().map(r -> r.header().stamp().uptimeMicros()).toList();
    }

    /** The wall clock's stamps, in digits; {@code -} for none. */
    List<String> walls() {
        return rows.stream().map(r -> wall(r.header().stamp())).toList();
    }

    static String wall(Stamp stamp) {
        WallStamp w = stamp.wall();
        if (w == null) {
            return "-";
        }
        int s = w.secondOfDay();
        return String.format(
                Locale.ROOT,
                "%04d-%02d-%02dT%02d:%02d:%02d.%06d%s",
                w.year(),
                w.month(),
                w.day(),
                s / 3600,
                s / 60 % 60,
                s % 60,
                w.micros(),
                w.offset() == null ? "" : w.offset().getId());
    }

    Parsed.Header header(int row) {
        return rows.get(row).header();
    }
}
