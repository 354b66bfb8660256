package org.sockmortem.join;

import org.sockmortem.event.KernelEvent;

/**
 * An event on an axis.
 *
 * @param axis microseconds
 * @param event what was said
 */
record Sight(long axis, KernelEvent event) {}
