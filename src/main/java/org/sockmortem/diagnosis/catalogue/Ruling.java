package org.sockmortem.diagnosis.catalogue;

import java.util.Arrays;
import java.util.Optional;

/** What can be said of a sysctl's value. The ids are part of the audit's format. */
public enum Ruling {
    /** Sound, as far as the value alone tells. */
    OK("ok"),
    /** Changes nothing of what it is usually set for. */
    NO_EFFECT("no-effect"),
    /** May do harm, or helps only at a price that should be known. */
    RISKY("risky"),
    /** Does harm. */
    HARMFUL("harmful"),
    /** This kernel has it no more, or not yet. */
    REMOVED("removed"),
    /** No kernel of kernel.org has it. */
    NOT_IN_MAINLINE("not-in-mainline"),
    /** No value that the kernel could take. */
    MALFORMED("malformed"),
    /** Not in the catalogue, or not readable. */
    UNKNOWN("unknown");

    private final String id;

    Ruling(String id) {
        this.id = id;
    }

    /** The ruling of that id, or empty. */
    public static Optional<Ruling> ofId(String id) {
        return Arrays.stream(values()).filter(r -> r.id.equals(id)).findFirst();
    }

    /** The name in reports. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return id;
    }
}
