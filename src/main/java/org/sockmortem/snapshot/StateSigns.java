package org.sockmortem.snapshot;

import java.util.List;

/** Words that show captured state in another text. Apart from {@link PastedState}, which most texts never need. */
public final class StateSigns {
    /** A text without any of these holds nothing of the kind. */
    public static final List<String> ALL = List.of(
            "inuse ",
            "timewait ",
            "sysctl",
            "/proc/",
            "TcpExt",
            "MemTotal",
            "getconf",
            "WAIT",
            "ESTAB",
            "uname",
            "free -",
            "kernel.osrelease",
            "fs.file-nr",
            "conntrack_count");

    private StateSigns() {}
}
