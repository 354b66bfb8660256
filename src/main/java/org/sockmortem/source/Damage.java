package org.sockmortem.source;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong with a source while it was read. Its stream then ends where the damage begins, so that what came before is read as it
 * would be otherwise; whether something went wrong shows here, after the last byte. Mutable, of one source.
 */
public final class Damage {
    private @Nullable String problem;

    /** The first sentence is kept. */
    void tell(String sentence) {
        if (problem == null) {
            problem = sentence;
        }
    }

    /** One sentence, or {@code null} where nothing went wrong so far. */
    public @Nullable String problem() {
        return problem;
    }
}
