package org.sockmortem.postmortem;

import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.Parsed;

/**
 * Lines that a console printed once more, as its own note before them says: nbcon_emit_next_record(), kernel/printk/nbcon.c. The first
 * time it may have been interrupted before the line's end, and then only the second says anything. Mutable, for one log.
 */
final class Replays {
    private Parsed.@Nullable Recognised last;
    private long announcedAt = -1;

    /** Whether a line is one that was taken before. */
    boolean take(Parsed.Recognised line, long number) {
        if (line.event() instanceof KernelEvent.ReplayNote) {
            announcedAt = number;
            return true;
        }
        Parsed.Recognised before = last;
        last = line;
        return number == announcedAt + 1
                && before != null
                && before.event().equals(line.event())
                && before.text().equals(line.text())
                && before.header().stamp().equals(line.header().stamp());
    }
}
