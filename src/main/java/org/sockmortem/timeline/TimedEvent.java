package org.sockmortem.timeline;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.source.SourceRef;

/**
 * What a line says, when, and where it stands.
 *
 * @param event what it says
 * @param at when
 * @param boot index of the boot
 * @param refs where it stands, the line to cite first; at least one
 * @param text the kernel's text
 * @param caller printk's caller id, {@code T} and a thread's id or {@code C} and a CPU's number, or {@code null}
 */
public record TimedEvent(
        KernelEvent event,
        Moment at,
        int boot,
        List<SourceRef> refs,
        String text,
        @Nullable String caller) {
    /** Copies the list. */
    public TimedEvent {
        refs = List.copyOf(refs);
    }

    /** An event that stands in one log, without a caller id. */
    public TimedEvent(KernelEvent event, Moment at, int boot, SourceRef ref, String text) {
        this(event, at, boot, List.of(ref), text, null);
    }

    /** The event of a line so many lines on in the same log, which says the same at the same moment. */
    TimedEvent linesOn(long lines) {
        return lines == 0
                ? this
                : new TimedEvent(
                        event, at, boot, List.of(new SourceRef(ref().path(), ref().line() + lines)), text, caller);
    }

    /** The line to cite. */
    public SourceRef ref() {
        return refs.get(0);
    }

    /** The line, for proof. */
    Citation citation() {
        return new Citation(at, ref(), text, refs.subList(1, refs.size()));
    }
}
