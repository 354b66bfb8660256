package org.sockmortem.source;

import java.io.IOException;
import java.io.InputStream;

/** Opens an input's bytes. */
@FunctionalInterface
public interface Opener {
    /**
     * A new stream over the bytes, from their beginning; standard input can be opened once.
     *
     * @throws IOException where it cannot be opened
     */
    InputStream open() throws IOException;
}
