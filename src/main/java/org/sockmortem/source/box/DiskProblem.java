package org.sockmortem.source.box;

import java.io.IOException;

/** The bytes of a file could not be read, whatever they hold. */
public final class DiskProblem extends IOException {
    private static final long serialVersionUID = 1;

    /** @param sentence one sentence */
    public DiskProblem(String sentence, IOException cause) {
        super(sentence, cause);
    }

    /** What the system says of a failure. */
    public static DiskProblem of(IOException cause) {
        String message = cause.getMessage();
        return new DiskProblem(
                "It could not be read: " + (message == null ? cause.getClass().getSimpleName() : message) + ".", cause);
    }
}
