package org.sockmortem.fleet;

import java.io.IOException;
import java.nio.file.Path;

/** Another run is writing to the same folder. */
public final class InUse extends IOException {
    private static final long serialVersionUID = 1L;

    InUse(Path batch) {
        super(batch + ": Another batch is writing to this folder.");
    }
}
