package org.sockmortem.fleet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.commons.io.output.DeferredFileOutputStream;

/** A text that is to become a file of the store. Most are small, and are not written before they are forced to the disk, too. Mutable. */
final class Draft {
    /** Bytes; some drafts wait at the same time. */
    private static final int SMALL = 1 << 18;

    private final Store store;
    private final Path place;
    private final DeferredFileOutputStream bytes;

    /** An empty draft for a file of that store. */
    Draft(Store store) {
        this.store = store;
        this.place = store.draft();
        this.bytes = DeferredFileOutputStream.builder()
                .setThreshold(SMALL)
                .setOutputFile(place.toFile())
                .get();
    }

    /** Writes to it; it is whole when the writer is closed. */
    Writer writer() {
        return new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
    }

    /** Puts it into its place, forced to the disk. */
    void put(Path target) throws IOException {
        byte[] small = bytes.getData();
        if (bytes.isInMemory() && small != null) {
            store.put(target, small);
        } else {
            store.move(place, target);
        }
    }
}
