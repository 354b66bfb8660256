package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.Signal;

/**
 * One occurrence of a context signal, such as an OOM kill with all its lines.
 *
 * @param signal what was said
 * @param boot index of the boot
 * @param at its first line
 * @param detail the process, task or device named, or {@code null}
 * @param citation its first line
 * @param further its other lines that say something, such as whom an OOM kill took and by whose limit; eight at most
 */
public record ContextEvent(
        Signal signal, int boot, Moment at, @Nullable String detail, Citation citation, List<Citation> further) {
    private static final int MOST_FURTHER = 8;

    /** Copies the list. */
    public ContextEvent {
        further = List.copyOf(further);
    }

    /** An occurrence of one line. */
    public ContextEvent(Signal signal, int boot, Moment at, @Nullable String detail, Citation citation) {
        this(signal, boot, at, detail, citation, List.of());
    }

    /** The same occurrence with one more line, while there is room. */
    ContextEvent with(Citation line) {
        if (further.size() >= MOST_FURTHER) {
            return this;
        }
        List<Citation> all = new ArrayList<>(further);
        all.add(line);
        return new ContextEvent(signal, boot, at, detail, citation, all);
    }

    /** All its lines, in order. */
    public List<Citation> lines() {
        List<Citation> all = new ArrayList<>();
        all.add(citation);
        all.addAll(further);
        return all;
    }
}
