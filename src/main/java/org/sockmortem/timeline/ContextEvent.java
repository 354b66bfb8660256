package org.sockmortem.timeline;

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
 */
public record ContextEvent(
        Signal signal, int boot, Moment at, @Nullable String detail, Citation citation) {}
