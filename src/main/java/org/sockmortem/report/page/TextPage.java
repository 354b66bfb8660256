package org.sockmortem.report.page;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A page for a terminal: wrapped to its width, hanging indents, no blank at the end of a line. Tables stand row by row, each cell
 * behind its column's name, for a wide table is unreadable in a narrow window.
 */
public final class TextPage implements Page {
    private static final int INDENT = 2;
    private static final String BULLET = "- ";
    private static final String GAP = "  ";

    /** Wide enough for a shape to be seen, and no wider. */
    private static final int WIDEST_CHART = 60;

    /** What a chart stands beside: indents and its name. */
    private static final int BESIDE_CHART = 20;

    private enum Kind {
        START,
        HEADING,
        PARAGRAPH,
        LABEL,
        LIST,
        ROW,
        BRIEF
    }

    private final Appendable out;
    private final int width;
    private final boolean colour;
    private int indent;
    private int stepIndent;
    private Kind last = Kind.START;

    /**
     * A page.
     *
     * @param out where it goes
     * @param width columns of a line
     * @param colour whether it may hold SGR sequences
     */
    public TextPage(Appendable out, int width, boolean colour) {
        this.out = out;
        this.width = width;
        this.colour = colour;
    }

    @Override
    public void heading(int level, Tone tone, Phrase text) throws IOException {
        next(Kind.HEADING);
        indent = level < 3 ? 0 : INDENT;
        List<String> lines = LineBreaker.lines(escaped(text), width - indent - INDENT);
        for (String line : lines) {
            line(tone, line);
        }
        if (level < 3) {
            int longest = lines.stream().mapToInt(LineBreaker::columns).max().orElse(0);
            line(tone, (level == 1 ? "=" : "-").repeat(longest));
        }
        indent += INDENT;
    }

    @Override
    public void paragraph(Tone tone, Phrase text) throws IOException {
        next(Kind.PARAGRAPH);
        hanging(tone, "", 0, escaped(text), Integer.MAX_VALUE);
    }

    @Override
    public void label(Phrase text) throws IOException {
        next(Kind.LABEL);
        hanging(Tone.STRONG, "", 0, escaped(text), Integer.MAX_VALUE);
    }

    @Override
    public void item(Tone tone, Phrase text) throws IOException {
        next(Kind.LIST);
        hanging(tone, BULLET, BULLET.length(), escaped(text), Integer.MAX_VALUE);
    }

    @Override
    public void step(int number, Phrase text) throws IOException {
        next(Kind.LIST);
        String mark = number + ". ";
        stepIndent = mark.length();
        hanging(Tone.PLAIN, mark, stepIndent, escaped(text), Integer.MAX_VALUE);
    }

    @Override
    public void commands(List<String> lines) throws IOException {
        for (String line : lines) {
            line(Tone.STRONG, " ".repeat(stepIndent + INDENT) + TerminalEscape.escape(line));
        }
    }

    @Override
    public void table(List<Phrase> columns, List<List<Phrase>> rows) throws IOException {
        List<String> names = columns.stream().map(TextPage::escaped).collect(Collectors.toList());
        int longest = names.stream().mapToInt(LineBreaker::columns).max().orElse(0);
        for (List<Phrase> row : rows) {
            next(Kind.ROW);
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isEmpty()) {
                    hanging(
                            Tone.PLAIN,
                            names.get(i) + GAP,
                            longest + GAP.length(),
                            escaped(row.get(i)),
                            Integer.MAX_VALUE);
                }
            }
        }
    }

    @Override
    public void brief(Phrase name, int column, Phrase text, int mostLines) throws IOException {
        next(Kind.BRIEF);
        hanging(Tone.PLAIN, escaped(name) + GAP, column, escaped(text), mostLines);
    }

    @Override
    public int chartColumns() {
        return Math.max(1, Math.min(WIDEST_CHART, width - BESIDE_CHART));
    }

    /** A blank line where something new begins; the members of a list, and what follows its heading, stay together. */
    private void next(Kind kind) throws IOException {
        boolean together = last == Kind.START
                || (last == Kind.HEADING && kind != Kind.HEADING)
                || (last == Kind.LABEL && kind == Kind.LIST)
                || (last == kind && (kind == Kind.LIST || kind == Kind.BRIEF));
        if (!together) {
            out.append('\n');
        }
        last = kind;
    }

    /** A mark, and the text beside it; further lines begin in the text's column, never below the mark. */
    private void hanging(Tone tone, String mark, int column, String text, int mostLines) throws IOException {
        int room = Math.max(1, width - indent - column);
        // A mark that is longer than its column leads the text, as if it were the text's first words.
        boolean leads = LineBreaker.columns(mark) > column;
        List<String> lines = LineBreaker.lines(leads ? mark + text : text, room, mostLines);
        String before = leads ? "" : mark + " ".repeat(column - LineBreaker.columns(mark));
        for (String line : lines) {
            line(tone, before + line);
            before = " ".repeat(column);
        }
    }

    private void line(Tone tone, String text) throws IOException {
        String bare = text.stripTrailing();
        if (!bare.isEmpty()) {
            out.append(" ".repeat(indent)).append(colour ? tone.colour(bare) : bare);
        }
        out.append('\n');
    }

    private static String escaped(Phrase phrase) {
        return phrase.spans().stream()
                .map(span -> TerminalEscape.escape(span.text()))
                .collect(Collectors.joining());
    }
}
