package org.sockmortem.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which captured files say something about a host's state, known by their path alone, and how each is read.
 *
 * <p>Knows the layouts of a live {@code /proc}, of sosreport ({@code sos_commands/kernel/sysctl_-a}) and of copies of {@code /etc}. A process's own
 * {@code /proc/PID/net} is that of its network namespace, which may be a container's: it is not read.
 */
public enum SnapshotReader {
    /** {@code sysctl -a}, however the capturing tool names it. */
    SYSCTL_ALL("(?:.*/)?sysctl(?:[_ .-]+-?a(?:ll)?(?:[.](?:txt|out|log))?|[.](?:txt|out|log))"),
    /** sysctl.conf and the files of sysctl.d. */
    SYSCTL_CONF("(?:.*/)?(?:sysctl[.]conf|sysctl[.]d/[^/]+[.]conf)"),
    /** A file of {@code /proc/sys}. */
    PROC_SYS("(?:.*/)?proc/sys/(?:net|fs|vm|kernel)/.+"),
    /** Socket gauges of the initial network namespace. */
    SOCKSTAT(Names.OF_THE_HOST + "sockstat" + Names.SAVED),
    /** Counters of the initial network namespace. */
    NETSTAT(Names.OF_THE_HOST + "(?:netstat|nstat(?:[_ ]-\\w+)*)" + Names.SAVED),
    /** Memory sizes. */
    MEMINFO(Names.OF_THE_HOST + "meminfo" + Names.SAVED);

    private final Pattern path;

    /** What the names of files below {@code /proc} have in common, copied as they are or saved beside a log by hand. */
    private static final class Names {
        /** In any folder but that of a process ({@code proc/96008/net}) or of a memory node. */
        static final String OF_THE_HOST = "(?!(?:.*/)?(?:proc/\\d+|node\\d+)/)(?:.*/)?(?:proc[_-](?:net[_-])?)?";

        static final String SAVED = "(?:[.](?:txt|out|log))?";
    }

    SnapshotReader(String path) {
        this.path = Pattern.compile(path);
    }

    /** The reader of a file of that path (parted by slashes; of a boxed file, the whole {@code box!/inner}), or empty where it is no captured state. */
    public static Optional<SnapshotReader> of(String path) {
        for (SnapshotReader reader : values()) {
            if (reader.path.matcher(path).matches()) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    /**
     * The readings, in the order of the text. Text that is none of this gives an empty list.
     *
     * @param cited the path that readings bear
     * @throws IOException where the stream itself breaks off
     */
    public List<Reading> read(InputStream in, String cited) throws IOException {
        return switch (this) {
            case SYSCTL_ALL, SYSCTL_CONF -> SysctlReader.read(in, cited);
            case PROC_SYS -> ProcReader.sysctl(in, cited);
            case SOCKSTAT -> ProcReader.sockstat(in, cited);
            case NETSTAT -> ProcReader.netstat(in, cited);
            case MEMINFO -> ProcReader.meminfo(in, cited);
        };
    }
}
