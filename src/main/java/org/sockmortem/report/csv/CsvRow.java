package org.sockmortem.report.csv;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.sockmortem.report.page.TerminalEscape;

/**
 * A record as RFC 4180 has it: cells between commas, quoted where they hold a comma, a quote or a semicolon, and CR LF at the end. No cell
 * is a formula for a spreadsheet that opens it.
 */
final class CsvRow {
    /** With these a spreadsheet takes a cell for a formula; East Asian ones take the wide forms too. */
    private static final String FORMULA = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private final StringBuilder cells = new StringBuilder();
    private boolean begun;

    /** Words of ours or numbers: no formula, and nothing to quote. */
    CsvRow plain(@Nullable Object value) {
        if (begun) {
            cells.append(',');
        }
        begun = true;
        cells.append(value == null ? "" : value);
        return this;
    }

    /** Text of strangers. */
    CsvRow text(@Nullable String text) {
        return plain(text == null ? null : quoted(harmless(TerminalEscape.escape(text))));
    }

    void end(Appendable out) throws IOException {
        out.append(cells).append("\r\n");
    }

    /**
     * An apostrophe before what would be a formula, at the begin of the cell and after each semicolon: where that is the separator of a
     * spreadsheet, a cell begins there whatever the quotes say.
     */
    private static String harmless(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (FORMULA.indexOf(c) >= 0
                    && text.substring(lastSeparator(text, i) + 1, i).isBlank()) {
                safe.append('\'');
            }
            safe.append(c);
        }
        return safe.toString();
    }

    private static int lastSeparator(String text, int before) {
        return text.lastIndexOf(';', before);
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == ';');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
