package org.sockmortem.timeline;

import org.jspecify.annotations.Nullable;
import org.sockmortem.event.Signal;

/**
 * What each signal said within one window. Windows come by the million and one to three signals speak in each: a short chain, and no
 * map. Mutable.
 */
final class SignalShares {
    private static final Signal[] SIGNALS = Signal.values();

    private @Nullable SignalShare newest;
    private long signals;

    /** A signal as one bit of a set of them, in the order in which they are declared. */
    @SuppressWarnings("EnumOrdinal") // a place in this process, never kept
    static long bit(Signal signal) {
        return 1L << signal.ordinal();
    }

    /** The signal that stands first in a set that is not empty. */
    static Signal first(long set) {
        return SIGNALS[Long.numberOfTrailingZeros(set)];
    }

    /** The same set without the signal that stands first in it. */
    static long rest(long set) {
        return set & (set - 1);
    }

    /** A signal's share, made if absent. */
    SignalShare of(Signal signal) {
        SignalShare known = get(signal);
        if (known != null) {
            return known;
        }
        SignalShare share = new SignalShare(signal, newest);
        newest = share;
        signals |= bit(signal);
        return share;
    }

    /** A signal's share, or {@code null} where it said nothing. */
    @Nullable
    SignalShare get(Signal signal) {
        SignalShare share = newest;
        while (share != null && share.signal() != signal) {
            share = share.older();
        }
        return share;
    }

    /** The set of signals that spoke. */
    long signals() {
        return signals;
    }
}
