package org.sockmortem.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that changes its bytes one by one; a subclass says how in {@link #rewritten()}. */
abstract class RewritingStream extends FilterInputStream {
    RewritingStream(InputStream in) {
        super(in);
    }

    /** The next byte as it shall be, or -1 at the end. */
    abstract int rewritten() throws IOException;

    @Override
    public final int read() throws IOException {
        return rewritten();
    }

    @Override
    public final int read(byte[] bytes, int from, int length) throws IOException {
        int read = 0;
        for (; read < length; read++) {
            int b = rewritten();
            if (b < 0) {
                return read == 0 && length > 0 ? -1 : read;
            }
            bytes[from + read] = (byte) b;
        }
        return read;
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
