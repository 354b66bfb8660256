package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that are there and cannot be had. */
final class Unreadable extends InputStream {
    private final IOException problem;

    Unreadable(IOException problem) {
        this.problem = problem;
    }

    @Override
    public int read() throws IOException {
        throw problem;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return read();
    }
}
