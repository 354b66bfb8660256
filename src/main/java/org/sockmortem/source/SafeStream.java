package org.sockmortem.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.sockmortem.source.box.ByBlocks;

/** A source's bytes: where they cannot be read further they end, and the source's {@link Damage} says why. */
final class SafeStream extends FilterInputStream {
    private final Damage damage;
    private boolean ended;

    SafeStream(InputStream in, Damage damage) {
        super(in);
        this.damage = damage;
    }

    @Override
    public int read() throws IOException {
        return ByBlocks.read(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        if (ended) {
            return -1;
        }
        try {
            return in.read(bytes, from, length);
        } catch (IOException e) {
            ended = true;
            damage.tell(ProblemText.of(e));
            return -1;
        }
    }

    @Override
    public long skip(long n) throws IOException {
        return ByBlocks.skip(this, n);
    }

    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
