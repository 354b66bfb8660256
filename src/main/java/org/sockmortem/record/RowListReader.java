package org.sockmortem.record;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rows of a database written cell by cell: {@code mysql -E} heads each with {@code *** 1. row ***} and writes {@code Message: …}, psql in
 * its expanded form with {@code -[ RECORD 1 ]---} and writes {@code message | …}.
 */
final class RowListReader extends ByLines {
    private static final Pattern HEAD =
            Pattern.compile("\\*{5,} ?[0-9]+\\. row ?\\*{5,}\\s*|-\\[ RECORD [0-9]+ \\][-+]*\\s*");
    private static final Pattern CELL = Pattern.compile("\\s*([A-Za-z_@][\\w.@]{0,63})(?:: ?| *\\| ?)(.*)");

    private final Map<String, String> cells = new HashMap<>();
    private long number;
    private boolean inRow;

    /** Whether a row's head stands at the beginning, and below it the cells of a log. */
    static boolean fits(List<String> head) {
        int from = 0;
        while (from < head.size() && !HEAD.matcher(head.get(from)).matches()) {
            from++;
        }
        List<String> names = head.subList(Math.min(head.size(), from + 1), head.size()).stream()
                .takeWhile(l -> !HEAD.matcher(l).matches())
                .map(CELL::matcher)
                .filter(Matcher::matches)
                .map(m -> Times.group(m, 1))
                .toList();
        return Columns.of(names) != null;
    }

    @Override
    void line(String line, long number, Tally tally) {
        if (HEAD.matcher(line).matches()) {
            end(tally);
            inRow = true;
        } else if (inRow) {
            cell(line, number);
        }
    }

    private void cell(String line, long at) {
        Matcher cell = CELL.matcher(line);
        String name = cell.matches() ? Columns.known(Times.group(cell, 1)) : "";
        if (!name.isEmpty()
                && cells.putIfAbsent(name, Times.group(cell, 2).strip()) == null
                && name.equals("message")) {
            number = at;
        }
    }

    @Override
    void end(Tally tally) {
        if (!cells.isEmpty()) {
            Columns.row(cells, number, tally);
        }
        cells.clear();
    }
}
