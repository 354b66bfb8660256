package org.sockmortem.diagnosis;

/** How bad a finding is for the host's users, in rising order. */
public enum Severity {
    /** Good to know. */
    INFO("info"),
    /** Connections suffered or will. */
    WARNING("warning"),
    /** Connections were cut. */
    CRITICAL("critical");

    private final String id;

    Severity(String id) {
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
