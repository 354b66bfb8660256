package org.sockmortem.join;

import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.Stamp;
import org.sockmortem.source.SourceRef;

/**
 * One event as a log tells it.
 *
 * @param event what was said
 * @param text the kernel's text, for a citation; empty for what is never cited
 * @param stamp every time that its line carries
 * @param ref where it stands
 */
public record TapedEvent(KernelEvent event, String text, Stamp stamp, SourceRef ref) {}
