package org.sockmortem.diagnosis;

/** How sure a finding is. */
public enum Verdict {
    /** The kernel's line or a counter of that moment leaves no other cause. */
    CONFIRMED("confirmed"),
    /** The evidence fits this cause and speaks against the others. */
    LIKELY("likely"),
    /** It fits, and what would decide is missing. */
    POSSIBLE("possible"),
    /** Something in evidence contradicts it. */
    RULED_OUT("ruled-out");

    private final String id;

    Verdict(String id) {
        this.id = id;
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
