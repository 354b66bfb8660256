package org.sockmortem.report.page;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** A page for a ticket of Jira, in its wiki markup. Headings begin at the third level, for larger ones shout in a comment. */
public final class JiraPage implements Page {
    /** A ticket's column is narrow. */
    private static final int CHART_COLUMNS = 40;

    private static final int HIGHEST_HEADING = 3;

    private enum Kind {
        START,
        BLOCK,
        LABEL,
        ITEMS,
        STEPS
    }

    private final Appendable out;
    private Kind last = Kind.START;

    /** A page that goes there. */
    public JiraPage(Appendable out) {
        this.out = out;
    }

    @Override
    public void heading(int level, Tone tone, Phrase text) throws IOException {
        block(Kind.BLOCK, "h" + (level + HIGHEST_HEADING - 1) + ". " + escaped(text));
    }

    @Override
    public void paragraph(Tone tone, Phrase text) throws IOException {
        block(Kind.BLOCK, JiraEscape.atStart(escaped(text)));
    }

    @Override
    public void label(Phrase text) throws IOException {
        block(Kind.LABEL, strong(text));
    }

    @Override
    public void item(Tone tone, Phrase text) throws IOException {
        block(Kind.ITEMS, "* " + JiraEscape.atStart(escaped(text)));
    }

    @Override
    public void step(int number, Phrase text) throws IOException {
        block(Kind.STEPS, "# " + JiraEscape.atStart(escaped(text)));
    }

    @Override
    public void commands(List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        // Without a blank line before it the block belongs to the step, and the numbers go on after it.
        out.append("{noformat}\n");
        for (String line : lines) {
            out.append(JiraEscape.unformatted(line)).append('\n');
        }
        out.append("{noformat}\n");
    }

    @Override
    public void table(List<Phrase> columns, List<List<Phrase>> rows) throws IOException {
        block(Kind.BLOCK, columns.stream().map(JiraPage::cell).collect(Collectors.joining("||", "||", "||")));
        for (List<Phrase> row : rows) {
            out.append(row.stream().map(JiraPage::cell).collect(Collectors.joining("|", "|", "|")))
                    .append('\n');
        }
    }

    @Override
    public void brief(Phrase name, int indent, Phrase text, int mostLines) throws IOException {
        block(Kind.ITEMS, "* " + strong(name) + ": " + escaped(text));
    }

    @Override
    public int chartColumns() {
        return CHART_COLUMNS;
    }

    private void block(Kind kind, String text) throws IOException {
        boolean together =
                last == Kind.START || (kind == last && kind != Kind.BLOCK && kind != Kind.LABEL) || isListOf(kind);
        if (!together) {
            out.append('\n');
        }
        last = kind;
        out.append(text.stripTrailing()).append('\n');
    }

    /** Whether a list begins right after its label. */
    private boolean isListOf(Kind kind) {
        return last == Kind.LABEL && (kind == Kind.ITEMS || kind == Kind.STEPS);
    }

    /** A cell without a character would be none. */
    private static String cell(Phrase phrase) {
        String text = escaped(phrase);
        return text.isBlank() ? " " : text;
    }

    private static String strong(Phrase text) {
        return "*" + escaped(text).strip() + "*";
    }

    private static String escaped(Phrase phrase) {
        return phrase.spans().stream()
                .map(span -> span.code() ? JiraEscape.code(span.text()) : JiraEscape.text(span.text()))
                .collect(Collectors.joining())
                .replace(Phrase.TIE, ' ');
    }
}
