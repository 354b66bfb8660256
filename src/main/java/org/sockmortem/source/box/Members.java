package org.sockmortem.source.box;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The files and links of an archive, one after the other. One use, one thread. */
public interface Members extends Closeable {
    /**
     * The next file or link, or {@code null} after the last.
     *
     * @throws IOException as {@link BoxDamage} or {@link LimitReached}: nothing more can be read
     */
    @Nullable
    Member next() throws IOException;

    @Override
    void close() throws IOException;
}
