package org.sockmortem.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** A stream that changes its bytes one by one; a subclass says how in {@link #rewritten()}. */
abstract class RewritingStream extends FilterInputStream {
    private @Nullable LineMap map;
    private long textLine = 1;
    private long fileLine = 1;
    private boolean inserted;

    RewritingStream(InputStream in) {
        super(in);
    }

    /** Tells the map where each line begins. */
    RewritingStream telling(LineMap lines) {
        map = lines;
        return this;
    }

    /** A line feed that the file does not have. */
    final int insertedFeed() {
        inserted = true;
        return '\n';
    }

    private int next() throws IOException {
        int b = rewritten();
        if (b == '\n') {
            textLine++;
            fileLine += inserted ? 0 : 1;
            inserted = false;
            if (map != null) {
                map.begins(textLine, fileLine);
            }
        }
        return b;
    }

    /** The next byte as it shall be, or -1 at the end. */
    abstract int rewritten() throws IOException;

    @Override
    public final int read() throws IOException {
        return next();
    }

    @Override
    public final int read(byte[] bytes, int from, int length) throws IOException {
        int read = 0;
        for (; read < length; read++) {
            int b = next();
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
