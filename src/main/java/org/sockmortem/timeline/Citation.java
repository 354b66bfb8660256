package org.sockmortem.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.source.SourceRef;

/**
 * A line of a log, for proof.
 *
 * @param at when it was said, or {@code null} where nobody noted it
 * @param ref where it stands
 * @param text the kernel's text, without what stands before it
 * @param also the same event in other files
 */
public record Citation(@Nullable Moment at, SourceRef ref, String text, List<SourceRef> also) {
    /** Copies the list. */
    public Citation {
        also = List.copyOf(also);
    }

    /** A line of unknown time. */
    public Citation(SourceRef ref, String text, List<SourceRef> also) {
        this(null, ref, text, also);
    }
}
