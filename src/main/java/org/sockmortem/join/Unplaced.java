package org.sockmortem.join;

/** Why a log does not lie beside its host's others: it may tell of a boot that they tell of too. */
public enum Unplaced {
    /** It has no stamps, and what it says stands in other logs: it was taken for a copy of them. */
    SAID_ELSEWHERE,

    /** It has no stamps, and not all that it says stands in other logs: it was taken for a boot of its own. */
    NO_STAMPS,

    /** Its stamps count from a boot, and neither a wall clock nor an event ties that to another log: it was taken for a boot of its own. */
    NO_ANCHOR
}
