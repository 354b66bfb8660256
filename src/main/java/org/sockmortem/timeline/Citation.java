package org.sockmortem.timeline;

import java.util.List;
import org.sockmortem.source.SourceRef;

/**
 * A line of a log, for proof.
 *
 * @param ref where it stands
 * @param text the kernel's text, without what stands before it
 * @param also the same event in other files
 */
public record Citation(SourceRef ref, String text, List<SourceRef> also) {
    /** Copies the list. */
    public Citation {
        also = List.copyOf(also);
    }
}
