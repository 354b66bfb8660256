package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;

/** A member's bytes beside the sum that a zip has of them, which its library does not look at. */
final class CheckedMember extends BlockStream {
    private final CRC32 sum = new CRC32();
    private final LongSupplier told;
    private boolean ended;

    /** @param told what the zip says, -1 where it does not yet */
    CheckedMember(InputStream in, LongSupplier told) {
        super(in);
        this.told = told;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        if (read > 0) {
            sum.update(bytes, from, read);
        } else if (read < 0 && !ended) {
            ended = true;
            check();
        }
        return read;
    }

    /**
     * Holds what was read against what the zip says, as far as it says it by now.
     *
     * @throws IOException as {@link BoxDamage}
     */
    void check() throws IOException {
        long expected = told.getAsLong();
        if (ended && expected >= 0 && expected != sum.getValue()) {
            throw BoxDamage.damaged("zip");
        }
    }
}
