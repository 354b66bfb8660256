package org.sockmortem.join;

import org.sockmortem.event.KernelEvent;

/**
 * An event on an axis.
 *
 * @param axis microseconds
 * @param event what was said
 */
record Sight(long axis, KernelEvent event) {
    Sight plus(long micros) {
        return new Sight(axis + micros, event);
    }
}
