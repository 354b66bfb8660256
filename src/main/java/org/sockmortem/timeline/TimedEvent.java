package org.sockmortem.timeline;

import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.source.SourceRef;

/**
 * What a line says, when, and where it stands.
 *
 * @param event what it says
 * @param at when
 * @param boot index of the boot
 * @param ref where it stands
 * @param text the kernel's text
 */
public record TimedEvent(KernelEvent event, Moment at, int boot, SourceRef ref, String text) {}
