package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that are there and cannot be had. */
final class Unreadable extends InputStream {
    private final String sentence;

    Unreadable(String sentence) {
        this.sentence = sentence;
    }

    @Override
    public int read() throws IOException {
        throw new LimitReached(sentence);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return read();
    }
}
