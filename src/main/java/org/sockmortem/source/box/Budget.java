package org.sockmortem.source.box;

import org.sockmortem.source.box.Limits.Name;

/** What the boxes of one file have given so far, beside what they may give. Mutable, one file. */
public final class Budget {
    private final Limits limits;
    private long bytes;
    private long members;

    /** Nothing given yet. */
    public Budget(Limits limits) {
        this.limits = limits;
    }

    Limits limits() {
        return limits;
    }

    /** So many bytes came out of a box. */
    void give(long count) throws LimitReached {
        bytes += count;
        if (bytes > limits.get(Name.TOTAL_SIZE)) {
            throw limits.reached(Name.TOTAL_SIZE, "The boxes of this file hold more than is allowed");
        }
    }

    /** One more member. */
    void member() throws LimitReached {
        members++;
        if (members > limits.get(Name.COUNT)) {
            throw limits.reached(Name.COUNT, "The boxes of this file have more members than is allowed");
        }
    }

    /**
     * A box that many boxes deep.
     *
     * @throws LimitReached where that is too deep
     */
    public void deep(int depth) throws LimitReached {
        if (depth > limits.get(Name.DEPTH)) {
            throw limits.reached(Name.DEPTH, "Boxes lie in boxes deeper than is allowed");
        }
    }
}
