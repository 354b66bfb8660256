package org.sockmortem.postmortem;

/** How hosts are told apart by name. */
final class HostNames {
    /** The host of logs that name none. */
    static final String UNKNOWN = "unknown";

    private HostNames() {}

    /** The name without a trailing dot. */
    static String normal(String name) {
        return name.length() > 1 && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
