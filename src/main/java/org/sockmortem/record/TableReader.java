package org.sockmortem.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table with a head: what log stores and spreadsheets export as CSV (RFC 4180, with commas, semicolons or tabs).
 */
final class TableReader implements RecordReader {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');
    /** A quoted value may go on in the next lines, but not for ever where a quote was lost. */
    private static final int LONGEST = 1 << 16;

    private final char delimiter;
    private final Columns columns;

    private TableReader(char delimiter, Columns columns) {
        this.delimiter = delimiter;
        this.columns = columns;
    }

    /** A reader for a table whose head is the first of these lines, or {@code null}. */
    static @Nullable TableReader of(List<String> head) {
        String first = head.get(0);
        for (char delimiter : first.length() > LONGEST ? List.<Character>of() : DELIMITERS) {
            Columns columns = Columns.of(cells(first, delimiter));
            if (columns != null) {
                return new TableReader(delimiter, columns);
            }
        }
        return null;
    }

    @Override
    public RecordSummary read(InputStream in, RecordSink sink) throws IOException {
        Tally tally = new Tally(sink);
        Lines lines = Lines.of(in);
        boolean head = true;
        StringBuilder row = new StringBuilder();
        long number = 0;
        while (lines.next()) {
            String line = lines.text();
            number = row.length() == 0 ? lines.number() : number;
            row.append(row.length() == 0 ? "" : "\n").append(line);
            if (!isOpen(row) || row.length() > LONGEST) {
                if (!head) {
                    columns.row(cells(row.toString(), delimiter), delimiter, number, tally);
                }
                head &= row.toString().isBlank();
                row.setLength(0);
            }
        }
        columns.row(cells(row.toString(), delimiter), delimiter, number, tally);
        return tally.summary(lines);
    }

    private static boolean isOpen(CharSequence row) {
        return row.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static List<String> cells(String row, char delimiter) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < row.length(); i++) {
            char c = row.charAt(i);
            if (c == '"' && quoted && i + 1 < row.length() && row.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"' && (quoted || cell.isEmpty())) {
                quoted = !quoted;
            } else if (c == delimiter && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
