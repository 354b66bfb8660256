package org.sockmortem.diagnosis.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a catalogue file: a line at the margin and what is indented below it.
 *
 * @param key the first word of the line
 * @param argument the rest of it
 * @param text the indented lines, joined
 * @param instead what follows {@code instead:} among them, or {@code null}
 * @param sources the lines that begin with {@code @}
 * @param line of the file, from 1
 */
public record Block(
        String key, String argument, String text, @Nullable String instead, List<String> sources, int line) {
    /** Copies the list. */
    public Block {
        sources = List.copyOf(sources);
    }
}
