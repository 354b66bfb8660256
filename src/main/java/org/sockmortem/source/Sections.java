package org.sockmortem.source;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A text that is made of others, one after the other. Mutable, one use. */
abstract class Sections {
    /** Enough to see that a text is of sections: supportconfig's begins with a title of a dozen lines. */
    static final int HEAD = 4096;

    /**
     * One of the texts.
     *
     * @param label what it is of: a command, a file, a key; empty where it is of nothing but the text
     * @param linesBefore lines of the whole text before its own
     * @param packed whether it was encoded, so that its bytes are no lines of the text
     * @param body its bytes, decoded, up to the next section
     */
    record Section(String label, long linesBefore, boolean packed, InputStream body) {}

    /** The sections of a text that begins so, or {@code null} where it is not of sections. */
    static @Nullable Sections of(byte[] head, InputStream in) {
        Sections headed = HeadedSections.of(head, in);
        return headed != null ? headed : AttachedBoxes.of(head, in);
    }

    /**
     * The next section; what was left of the one before is passed over. {@code null} at the end.
     *
     * @throws IOException what the stream throws
     */
    abstract @Nullable Section next() throws IOException;
}
