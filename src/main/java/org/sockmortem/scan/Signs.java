package org.sockmortem.scan;

import java.util.List;

/** Words of which a text must hold one to be worth reading: asked for all of them in one pass over its bytes. Immutable. */
public final class Signs {
    private final NeedleSearch search;

    /**
     * Signs.
     *
     * @param words ASCII, none of them shorter than four bytes
     */
    public Signs(List<String> words) {
        search = new NeedleSearch(words);
    }

    /** Whether the text holds any of them. */
    public boolean areIn(byte[] text) {
        return search.all(text, 0, text.length).size() > 0;
    }
}
