package org.sockmortem.record;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables as the clients of databases draw them: {@code mysql -t} with a frame of {@code +---+}, psql with a line of {@code ---+---}. */
final class DrawnTableReader extends ByLines {
    private static final Pattern RULE = Pattern.compile("\\s*\\+?-{2,}(?:\\+-{2,})+\\+?\\s*");
    private static final char BORDER = '|';

    private @Nullable Columns columns;

    /** Whether a head of a log's columns stands beside a rule that is drawn. */
    static boolean fits(List<String> head) {
        for (int i = 1; i < head.size(); i++) {
            String names = head.get(i);
            if (names.indexOf(BORDER) < 0) {
                continue;
            }
            boolean ruled = RULE.matcher(head.get(i - 1)).matches()
                    || (i + 1 < head.size() && RULE.matcher(head.get(i + 1)).matches());
            if (ruled && Columns.of(cells(names)) != null) {
                return true;
            }
        }
        return head.size() > 1
                && RULE.matcher(head.get(1)).matches()
                && head.get(0).indexOf(BORDER) >= 0
                && Columns.of(cells(head.get(0))) != null;
    }

    @Override
    void line(String line, long number, Tally tally) {
        if (line.indexOf(BORDER) >= 0 && !RULE.matcher(line).matches()) {
            row(cells(line), number, tally);
        }
    }

    private void row(List<String> cells, long number, Tally tally) {
        Columns head = Columns.of(cells);
        Columns known = columns;
        if (head != null) {
            columns = head;
        } else if (known != null) {
            known.row(cells, BORDER, number, tally);
        }
    }

    private static List<String> cells(String line) {
        String row = line.strip();
        int from = row.startsWith("|") ? 1 : 0;
        int to = row.length() > 1 && row.endsWith("|") ? row.length() - 1 : row.length();
        List<String> cells = new ArrayList<>();
        for (String cell : row.substring(from, to).split("\\|", -1)) {
            cells.add(cell.strip());
        }
        return cells;
    }
}
