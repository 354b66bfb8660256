package org.sockmortem.report.html;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;

/** What stands in a section, for a template to write. */
public sealed interface Block {
    /** A paragraph. */
    record Paragraph(Tone tone, Phrase text) implements Block {}

    /**
     * A list.
     *
     * @param label what it is, or {@code null}
     * @param numbered whether its order matters
     * @param items in order
     */
    record Listing(@Nullable Phrase label, boolean numbered, List<Item> items) implements Block {
        /** More members than these are folded away until somebody wants them. */
        private static final int MOST_OPEN = 24;

        /** Whether it is too long to stand open. */
        public boolean isLong() {
            return label != null && items.size() > MOST_OPEN;
        }
    }

    /**
     * A member of a list.
     *
     * @param tone of the text
     * @param text what it says
     * @param commands lines to be copied, below the text
     */
    record Item(Tone tone, Phrase text, List<String> commands) {}

    /**
     * Rows of cells.
     *
     * @param columns their names
     * @param rows in order
     */
    record Table(List<Phrase> columns, List<Row> rows) implements Block {}

    /**
     * A row.
     *
     * @param anchor what links to it say, or {@code null}
     * @param cells one a column
     */
    record Row(@Nullable String anchor, List<Phrase> cells) {}

    /**
     * Names and what they are.
     *
     * @param facts in order
     */
    record Facts(List<Fact> facts) implements Block {}

    /** A name and what it is. */
    record Fact(Phrase name, Phrase text) {}
}
