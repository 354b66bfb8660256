package org.sockmortem.parse;

/** The form in which a kernel line reached us. The names are part of the report's format. */
public enum LogFormat {
    /** {@code [63286.239125] text}: dmesg, /proc/kmsg, a serial console; also with {@code <level>} and caller id. */
    DMESG("dmesg"),
    /** {@code [Mon Dec  7 03:23:55 2026] text}: dmesg -T, in any language. */
    DMESG_CTIME("dmesg-ctime"),
    /** {@code 2026-12-07T03:23:55,239125+00:00 text}: dmesg --time-format=iso. */
    DMESG_ISO("dmesg-iso"),
    /** {@code [<63186.115669>] text}: dmesg --time-format=delta. */
    DMESG_DELTA("dmesg-delta"),
    /** {@code [Dec 7 03:23] text}, {@code [  +1.000000] text}: dmesg -e and -H. */
    DMESG_RELTIME("dmesg-reltime"),
    /** Text with no stamp of any kind. */
    DMESG_NOTIME("dmesg-notime"),
    /** dmesg -J. */
    DMESG_JSON("dmesg-json"),
    /** {@code 4,812,63286239125,-;text}: a record of /dev/kmsg. */
    KMSG("kmsg"),
    /** {@code Oct 28 21:58:48 host kernel: text}: RFC 3164 and what syslog daemons made of it. */
    RFC3164("rfc3164"),
    /** {@code 2025-10-28T21:58:48.358312+01:00 host kernel: text}. */
    RFC3339("rfc3339"),
    /** {@code <4>1 2025-10-28T21:58:48.358312+00:00 host kernel - - - text}. */
    RFC5424("rfc5424"),
    /** {@code Oct 28 21:58:48 host kern.info kernel: text}. */
    BUSYBOX("busybox"),
    /** {@code Tue Oct 28 21:58:48 2025 kern.info kernel: text}. */
    OPENWRT("openwrt"),
    /** journalctl -o short, where a marker of the journal tells it from RFC 3164. */
    JOURNAL_SHORT("journal-short"),
    /** {@code 2025-10-28T21:58:48-0400 host kernel: text}: journalctl -o short-iso. */
    JOURNAL_ISO("journal-iso"),
    /** {@code Tue 2025-10-28 21:58:48 EDT host kernel: text}: journalctl -o short-full. */
    JOURNAL_FULL("journal-full"),
    /** {@code [63286.239125] host kernel: text}: journalctl -o short-monotonic and short-delta. */
    JOURNAL_MONOTONIC("journal-monotonic"),
    /** {@code 1761752014.239125 host kernel: text}: journalctl -o short-unix. */
    JOURNAL_UNIX("journal-unix"),
    /** journalctl -o verbose. */
    JOURNAL_VERBOSE("journal-verbose"),
    /** journalctl -o export. */
    JOURNAL_EXPORT("journal-export"),
    /** journalctl -o json and its kin. */
    JOURNAL_JSON("journal-json"),
    /** Lines that a container runtime or a log store wrapped up. */
    CONTAINER_JSON("container-json"),
    /** The flat, sectioned files of supportconfig. */
    SUPPORTCONFIG("supportconfig"),
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
