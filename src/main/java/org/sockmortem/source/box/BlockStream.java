package org.sockmortem.source.box;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that looks at the bytes of another on their way, block by block: what is passed over is read like the rest, there is no going
 * back, and readers that ask what is available are told that nothing is, since they would read on, fail there, and lose what they had read
 * before.
 */
public abstract class BlockStream extends FilterInputStream {
    /** The stream over another. */
    protected BlockStream(InputStream in) {
        super(in);
    }

    @Override
    public final int read() throws IOException {
        return ByBlocks.read(this);
    }

    @Override
    public abstract int read(byte[] bytes, int from, int length) throws IOException;

    @Override
    public final long skip(long n) throws IOException {
        return ByBlocks.skip(this, n);
    }

    @Override
    public final int available() {
        return 0;
    }

    @Override
    public final boolean markSupported() {
        return false;
    }
}
