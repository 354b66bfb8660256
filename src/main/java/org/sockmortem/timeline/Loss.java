package org.sockmortem.timeline;

import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.source.SourceRef;

/**
 * Somebody's word that lines are missing: counts near it are "at least".
 *
 * @param at when it was said
 * @param later whether the note has no time of its own: it was said at that moment or later
 * @param lost how many lines, or -1 where it does not say
 * @param layer where they were lost
 * @param text the note
 * @param ref where it stands
 */
public record Loss(Moment at, boolean later, long lost, KernelEvent.LossNote.Layer layer, String text, SourceRef ref) {
    /** Whether kernel lines may be among them, so that counts near it are "at least". */
    public boolean mayBeKernels() {
        return layer != KernelEvent.LossNote.Layer.SERVICE;
    }
}
