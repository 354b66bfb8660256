package org.sockmortem.parse;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A row of the tables in {@code samples/}: a line, and what it must be read as.
 *
 * @param place file and row, for messages
 * @param expected in the words of {@link Said}
 * @param line as it stands in a log
 */
public record Sample(String place, String expected, String line) {
    /** The tables, without {@code .txt}. */
    public static final List<String> TABLES =
            List.of("tcp", "tables", "memory", "stalls", "ends", "notes", "boot", "limited", "envelopes");

    /** All rows of all tables. */
    public static List<Sample> all() {
        return TABLES.stream().flatMap(t -> of(t).stream()).toList();
    }

    /** The rows that say something. */
    public static List<Sample> recognised() {
        return all().stream().filter(s -> !s.expected.equals(Said.NOTHING)).toList();
    }

    /** The rows of one table. */
    public static List<Sample> of(String table) {
        return in("samples/" + table + ".txt");
    }

    /** The rows of a file beside this class. */
    public static List<Sample> in(String file) {
        List<Sample> samples = new ArrayList<>();
        InputStream in = Sample.class.getResourceAsStream(file);
        if (in == null) {
            throw new IllegalStateException("no " + file);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int row = 0;
            for (String text = lines.readLine(); text != null; text = lines.readLine()) {
                row++;
                if (text.isBlank() || text.startsWith("#")) {
                    continue;
                }
                int tab = text.indexOf('\t');
                if (tab < 0) {
                    throw new IllegalStateException(file + ":" + row + " has no TAB");
                }
                samples.add(new Sample(file + ":" + row, text.substring(0, tab), text.substring(tab + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return samples;
    }

    /** The line in UTF-8, without a line end. */
    public byte[] bytes() {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return place + " " + line;
    }
}
