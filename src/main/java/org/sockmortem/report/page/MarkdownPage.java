package org.sockmortem.report.page;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page for a ticket or wiki of GitHub or GitLab. Headings begin at the second level, for the first is the ticket's own. Machines'
 * words stand in code spans, where neither markup nor mentions work.
 */
public final class MarkdownPage implements Page {
    /** A ticket's column is narrow. */
    private static final int CHART_COLUMNS = 40;

    private enum Kind {
        START,
        BLOCK,
        ITEMS,
        STEPS
    }

    private final Appendable out;
    private int stepIndent;
    private Kind last = Kind.START;

    /** A page that goes there. */
    public MarkdownPage(Appendable out) {
        this.out = out;
    }

    @Override
    public void heading(int level, Tone tone, Phrase text) throws IOException {
        block(Kind.BLOCK, "#".repeat(level + 1) + " " + MarkdownEscape.atStart(escaped(text, false)));
    }

    @Override
    public void paragraph(Tone tone, Phrase text) throws IOException {
        block(Kind.BLOCK, MarkdownEscape.atStart(escaped(text, false)));
    }

    @Override
    public void label(Phrase text) throws IOException {
        block(Kind.BLOCK, strong(text));
    }

    @Override
    public void item(Tone tone, Phrase text) throws IOException {
        block(Kind.ITEMS, "- " + MarkdownEscape.atStart(escaped(text, false)));
    }

    @Override
    public void step(int number, Phrase text) throws IOException {
        String mark = number + ". ";
        stepIndent = mark.length();
        block(Kind.STEPS, mark + MarkdownEscape.atStart(escaped(text, false)));
    }

    @Override
    public void commands(List<String> lines) throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        String before = " ".repeat(stepIndent);
        String fence = before + MarkdownEscape.fence(lines);
        out.append(fence).append('\n');
        for (String line : lines) {
            out.append(before).append(TerminalEscape.escape(line)).append('\n');
        }
        out.append(fence).append('\n');
    }

    @Override
    public void table(List<Phrase> columns, List<List<Phrase>> rows) throws IOException {
        block(Kind.BLOCK, row(columns));
        out.append(columns.stream().map(column -> " --- ").collect(Collectors.joining("|", "|", "|\n")));
        for (List<Phrase> row : rows) {
            out.append(row(row)).append('\n');
        }
    }

    @Override
    public void brief(Phrase name, int indent, Phrase text, int mostLines) throws IOException {
        block(Kind.ITEMS, "- " + strong(name) + ": " + escaped(text, false));
    }

    @Override
    public int chartColumns() {
        return CHART_COLUMNS;
    }

    private void block(Kind kind, String text) throws IOException {
        boolean together = last == Kind.START || (kind == last && kind != Kind.BLOCK);
        if (!together) {
            out.append('\n');
        }
        last = kind;
        out.append(text.stripTrailing()).append('\n');
    }

    private static String strong(Phrase text) {
        return "**" + escaped(text, false).strip() + "**";
    }

    private static String row(List<Phrase> cells) {
        return cells.stream().map(cell -> escaped(cell, true)).collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String escaped(Phrase phrase, boolean inTable) {
        return phrase.spans().stream()
                .map(span -> linked(
                        span,
                        span.code() ? MarkdownEscape.code(span.text(), inTable) : MarkdownEscape.text(span.text())))
                .collect(Collectors.joining())
                .replace(Phrase.TIE, ' ');
    }

    private static String linked(Phrase.Span span, String escaped) {
        return span.target() == null ? escaped : "[" + escaped + "](" + span.target() + ")";
    }
}
