package org.sockmortem.source.box;

import java.io.IOException;

/** The bytes of a file could not be read, whatever they hold. */
public final class DiskProblem extends IOException {
    private static final long serialVersionUID = 1;

    /** @param sentence one sentence */
    public DiskProblem(String sentence, IOException cause) {
        super(sentence, cause);
    }
}
