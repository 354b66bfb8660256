package org.sockmortem.join;

import org.jspecify.annotations.Nullable;

/** Events of one boot in the order of its axis. */
@FunctionalInterface
interface EventStream {
    /** The next one, or {@code null} after the last. */
    @Nullable
    JoinedEvent next();
}
