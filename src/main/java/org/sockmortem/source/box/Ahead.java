package org.sockmortem.source.box;

import java.util.function.Supplier;

/** Whoever does work before somebody waits for it. */
public interface Ahead {
    /**
     * Work that may be done from now on.
     *
     * @param <T> what it gives
     * @return waits until it is done, or does it where nobody has begun
     */
    <T> Supplier<T> begun(Supplier<T> work);
}
