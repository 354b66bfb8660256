package org.sockmortem.report.page;

import java.io.IOException;
import java.util.List;

/**
 * A page that is written from top to bottom: the few things that a post-mortem needs, each as the format has it. Takes unescaped
 * words and lets none of them steer the reader's terminal or browser.
 */
public interface Page {
    /** The next heading is of the thing with that id; pages that can be linked into make it a place to go to. */
    default void about(String id) {}

    /** A heading; level 1 is the highest of 3. What follows belongs to it. */
    void heading(int level, Tone tone, Phrase text) throws IOException;

    /** A paragraph. */
    void paragraph(Tone tone, Phrase text) throws IOException;

    /** A few words that say what the list below is. */
    void label(Phrase text) throws IOException;

    /** A member of a list. */
    void item(Tone tone, Phrase text) throws IOException;

    /** A numbered member of a list. */
    void step(int number, Phrase text) throws IOException;

    /** Lines to be copied as they are; belong to the step above them. */
    void commands(List<String> lines) throws IOException;

    /** Rows of cells under their columns' names. An empty cell has nothing to say. */
    void table(List<Phrase> columns, List<List<Phrase>> rows) throws IOException;

    /**
     * A name and what it is, on few lines.
     *
     * @param indent columns left free for the name, where a page has columns
     * @param mostLines what is longer is cut
     */
    void brief(Phrase name, int indent, Phrase text, int mostLines) throws IOException;

    /** How many columns a chart may have. */
    int chartColumns();
}
