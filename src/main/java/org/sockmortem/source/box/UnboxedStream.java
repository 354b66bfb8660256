package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.sockmortem.source.box.Limits.Name;

/** What comes out of a compression: within the limits, and whatever the library throws is a {@link BoxDamage}. */
final class UnboxedStream extends BlockStream {
    /** Below this no ratio is suspicious. */
    private static final long HARMLESS = 1L << 30;

    private static final int PIECE = 1 << 14;

    private final LongSupplier packed;
    private final Compression compression;
    private final Budget budget;
    private long given;

    /** @param packed how many bytes went into the decoder so far */
    UnboxedStream(InputStream decoder, LongSupplier packed, Compression compression, Budget budget) {
        super(decoder);
        this.packed = packed;
        this.compression = compression;
        this.budget = budget;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read;
        try {
            read = in.read(bytes, from, Math.min(length, PIECE));
        } catch (IOException | RuntimeException e) {
            throw BoxDamage.of(compression.id(), e);
        }
        if (read > 0) {
            given += read;
            budget.give(read);
            long ratio = budget.limits().get(Name.RATIO);
            if (given > HARMLESS && given / Math.max(1, packed.getAsLong()) > ratio) {
                throw budget.limits()
                        .reached(
                                Name.RATIO,
                                "The " + compression.id() + " data give more for each byte than is allowed");
            }
        }
        return read;
    }
}
