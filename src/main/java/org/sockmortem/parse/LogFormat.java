package org.sockmortem.parse;

/** The form in which a kernel line reached us. The names are part of the report's format. */
public enum LogFormat {
    /** {@code [63286.239125] text}: dmesg, /proc/kmsg, a serial console; also with {@code <level>} and caller id. */
    DMESG("dmesg"),
    /** Text with no stamp of any kind. */
    DMESG_NOTIME("dmesg-notime"),
    /** {@code Oct 28 21:58:48 host kernel: text}: RFC 3164 and what syslog daemons made of it. */
    RFC3164("rfc3164"),
    /** {@code 2025-10-28T21:58:48.358312+01:00 host kernel: text}. */
    RFC3339("rfc3339"),
    /** More than one of the others in one input. */
    MIXED("mixed"),
    /** No line told. */
    UNKNOWN("unknown");

    private final String id;

    LogFormat(String id) {
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
