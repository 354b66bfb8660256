package org.sockmortem.source.box;

import java.io.IOException;
import java.io.InputStream;
import org.sockmortem.source.box.Limits.Name;

/** A member's bytes, within the limits; closing it leaves the archive open. */
final class MemberStream extends BlockStream {
    private final String what;
    private final Budget budget;
    private final boolean packed;
    private long given;

    /** @param packed whether the archive compresses its members, so that their bytes count as bytes that came out of a box */
    MemberStream(InputStream archive, String what, Budget budget, boolean packed) {
        super(archive);
        this.what = what;
        this.budget = budget;
        this.packed = packed;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read;
        try {
            read = in.read(bytes, from, length);
        } catch (IOException | RuntimeException e) {
            throw BoxDamage.of(what, e);
        }
        given += Math.max(0, read);
        if (packed && read > 0) {
            budget.give(read);
        }
        if (given > budget.limits().get(Name.ENTRY_SIZE)) {
            throw budget.limits().reached(Name.ENTRY_SIZE, "This member is larger than is allowed");
        }
        return read;
    }

    @Override
    public void close() {
        // the archive goes on
    }
}
