package org.sockmortem.source;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A source's bytes: where they cannot be read further they end, and the source's {@link Damage} says why. */
final class SafeStream extends FilterInputStream {
    private final Damage damage;
    private boolean ended;

    SafeStream(InputStream in, Damage damage) {
        super(in);
        this.damage = damage;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
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
    public long skip(long n) {
        byte[] waste = new byte[(int) Math.min(Math.max(n, 0), 1 << 14)];
        long skipped = 0;
        while (skipped < n) {
            int read = read(waste, 0, (int) Math.min(waste.length, n - skipped));
            if (read < 0) {
                break;
            }
            skipped += read;
        }
        return skipped;
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
