package org.sockmortem.cli;

import java.io.IOException;

/** Whoever read standard output has seen enough, as {@code head} does; no failure. */
final class ClosedPipe extends IOException {
    private static final long serialVersionUID = 1L;

    ClosedPipe(IOException cause) {
        super(cause);
    }
}
