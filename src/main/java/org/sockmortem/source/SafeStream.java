package org.sockmortem.source;

import java.io.IOException;
import java.io.InputStream;
import org.sockmortem.source.box.BlockStream;

/** A source's bytes: where they cannot be read further they end, and the source's {@link Damage} says why. */
final class SafeStream extends BlockStream {
    private final Damage damage;
    private boolean ended;

    SafeStream(InputStream in, Damage damage) {
        super(in);
        this.damage = damage;
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
}
