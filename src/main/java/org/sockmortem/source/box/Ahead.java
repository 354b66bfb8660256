package org.sockmortem.source.box;

import java.util.function.Supplier;

/** Whoever does work before somebody waits for it. */
public interface Ahead {
    /**
     * Work that may be done from now on.
     *
     * @param <T> what it gives
     */
    <T> Begun<T> begun(Supplier<T> work);

    /**
     * Work that somebody does, or will do.
     *
     * @param <T> what it gives
     */
    interface Begun<T> extends Supplier<T> {
        /** Whether it is done. */
        boolean isDone();

        /** Does it, if nobody has begun it. */
        void help();

        /** What it gives. Waits until it is done, or does it where nobody has begun. */
        @Override
        T get();

        /** What it gives; while others do it, this thread does of the work behind it what nobody has begun. */
        default T helping(Iterable<? extends Begun<?>> behind) {
            help();
            for (Begun<?> next : behind) {
                if (isDone()) {
                    break;
                }
                next.help();
            }
            return get();
        }
    }
}
