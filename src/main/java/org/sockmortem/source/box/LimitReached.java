package org.sockmortem.source.box;

import java.io.IOException;

/** A box holds more than a limit allows; the message is one sentence that names the limit. */
public final class LimitReached extends IOException {
    private static final long serialVersionUID = 1;

    /** @param sentence one sentence */
    LimitReached(String sentence) {
        super(sentence);
    }
}
