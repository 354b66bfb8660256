package org.sockmortem.timeline;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.Signal;

/**
 * What each signal said within one window. Windows come by the million and one to three signals speak in each: too few for a map.
 * Mutable.
 */
final class SignalShares {
    private static final Signal[] SIGNALS = Signal.values();

    private SignalShare[] shares = new SignalShare[1];
    private int size;
    private long mask;

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
        if (size == shares.length) {
            shares = Arrays.copyOf(shares, 2 * size);
        }
        SignalShare share = new SignalShare(signal);
        shares[size++] = share;
        mask |= bit(signal);
        return share;
    }

    /** A signal's share, or {@code null} where it said nothing. */
    @Nullable
    SignalShare get(Signal signal) {
        for (int i = 0; i < size; i++) {
            if (shares[i].signal() == signal) {
                return shares[i];
            }
        }
        return null;
    }

    /** The set of signals that spoke. */
    long signals() {
        return mask;
    }
}
