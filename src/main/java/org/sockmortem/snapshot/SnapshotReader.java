package org.sockmortem.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which captured files say something about a host's state, known by their path alone, and how each is read.
 *
 * <p>Knows the layouts of a live {@code /proc}, of sosreport and Insights ({@code sos_commands/kernel/sysctl_-a}, {@code insights_commands/netstat_-s}), of
 * supportconfig's sections under the same names, of copies of {@code /etc}, and what people save by hand. A process's own {@code /proc/PID/net} is that of its network
 * namespace, which may be a container's: it is not read, nor is what was asked in another namespace than the host's.
 */
public enum SnapshotReader {
    /** {@code sysctl -a}, however the capturing tool names it. */
    SYSCTL_ALL("sysctl", Names.file("sysctl(?:[_ .-]+-?a(?:ll)?(?:[.](?:txt|out|log))?|[.](?:txt|out|log))"), "sysctl"),
    /** sysctl.conf and the files of sysctl.d. */
    SYSCTL_CONF("", Names.file("(?:sysctl[.]conf|sysctl[.]d/[^/]+[.]conf)"), "sysctl"),
    /** A file of {@code /proc/sys}. */
    PROC_SYS("", Names.file("proc/sys/(?:net|fs|vm|kernel)/.+"), "proc/sys/"),
    /** Socket gauges of the initial network namespace. */
    SOCKSTAT("sockstat", Names.proc("sockstat6?"), "sockstat"),
    /** Counters of the initial network namespace, by the kernel, nstat or {@code netstat -s}; or netstat's listing of sockets. */
    NETSTAT(
            "netstat",
            Names.proc("(?:netstat|snmp)|(?:netstat|nstat)" + Names.OPTIONS + "|netstat-[a-z]{1,6}"),
            "stat",
            "snmp"),
    /** What ss(8) prints. */
    SOCKETS("ss", Names.file("ss(?:" + Names.OPTIONS + "|-(?:s|[tanpeomi]{2,9}))" + Names.SAVED), "/ss"),
    /** The kernel's table of TCP sockets. */
    SOCKET_TABLE("tcp.state", Names.file("(?:cat_[.])?proc[/_.-]net[/_.-]tcp6?" + Names.SAVED), "tcp"),
    /** TCP's use of memory, by protocol. */
    PROTOCOLS("protocols", Names.file("(?:cat_[.])?proc[/_.-]net[/_.-]protocols" + Names.SAVED), "protocols"),
    /** Memory sizes. */
    MEMINFO("meminfo", Names.proc("meminfo"), "meminfo"),
    /** What free(1) prints. */
    FREE("free", Names.file("free" + Names.OPTIONS + Names.SAVED), "/free"),
    /** The kernel that ran. */
    KERNEL(
            "uname",
            Names.file("(?:uname" + Names.OPTIONS + "|(?:cat_[.])?proc[/_.-]version)" + Names.SAVED),
            "uname",
            "version"),
    /** The distribution. */
    SYSTEM("os.name", Names.file("(?:os|lsb|redhat|centos|system|SuSE|oracle)-release|lsb_release(?:_-a)?"), "release"),
    /** The size of a page. */
    PAGE_SIZE("page.size", Names.file("getconf[_ ](?:-a|PAGE_?SIZE)" + Names.SAVED), "/getconf"),
    /** How long the host had been up. */
    UPTIME("uptime", Names.file("(?:proc[/_.-])?uptime" + Names.SAVED), "uptime"),
    /** What time it was. */
    DATE("date", Names.file("date" + Names.OPTIONS + Names.SAVED), "/date"),
    /** How many files a process may open. */
    LIMITS(
            "limits",
            Names.HERE + "(?:proc/\\d+/limits|(?:.*/)?(?:proc/\\d+/limits|ulimit" + Names.OPTIONS + Names.SAVED
                    + "|etc/security/limits(?:[.]conf|[.]d/[^/]+[.]conf)))",
            "limit"),
    /** The neighbour tables' counters. */
    NEIGHBOUR_STATISTICS(
            "arp_cache",
            Names.file("(?:cat_[.])?(?:proc[/_.-]net[/_.-])?(?:stat[/_.-])?(?:arp|ndisc)_cache" + Names.SAVED),
            "_cache"),
    /** The packet filter's counters. */
    CONNTRACK_STATISTICS(
            "nf_conntrack",
            Names.file(
                    "(?:(?:cat_[.])?proc[/_.-]net[/_.-]stat[/_.-](?:nf|ip)_conntrack|conntrack[_ ]-S)" + Names.SAVED),
            "conntrack"),
    /** The neighbours that {@code ip neigh} lists. */
    NEIGHBOURS(
            "neigh.listed",
            Names.file("ip(?:[_ ]-[a-z46]+)*[_ ]neigh(?:bou?r)?(?:[_ ](?:show|list|ls))?(?:[_ ]nud[_ ]all)?"
                    + Names.SAVED),
            "neigh"),
    /** The interfaces that {@code ip link} or {@code ip addr} lists. */
    LINKS(
            "links",
            Names.file("ip(?:[_ ]-[a-z46]+)*[_ ](?:link|a|addr|address)(?:[_ ](?:show|list|ls))?" + Names.SAVED),
            "/ip");

    /** A listing of more sockets than this has no end. */
    private static final long ROWS = 20_000_000;

    private static final SnapshotReader[] READERS = values();

    private final String subject;
    private final Pattern path;
    private final String word;
    private final String orWord;

    /** What the names of captured files have in common. */
    private static final class Names {
        /** Not in the folder of a process ({@code proc/96008/net}), of a memory node, of another namespace or of a container. */
        static final String HERE = "(?!(?:.*/)?(?:node\\d+|networking/namespaces/[^/]+|sos_containers/.*|snap/[^/]+|"
                + "var/lib/(?:docker|containers|containerd|kubelet|lxc|lxd|machines))/)";

        static final String SAVED = "(?:[.](?:txt|out|log))?";

        /** {@code _-peaonmi}, {@code  -az}: as sosreport writes a command into a name, or as it was typed. */
        static final String OPTIONS = "(?:[_ ]-{1,2}[A-Za-z0-9]+)*";

        static String file(String name) {
            return HERE + "(?!(?:.*/)?proc/\\d+/)(?:.*/)?(?:" + name + ")";
        }

        /** Copied from /proc as it is, or saved beside a log by hand. */
        static String proc(String name) {
            return file("(?:(?:cat_[.])?proc[/_.-](?:net[/_.-])?)?(?:" + name + ")" + SAVED);
        }
    }

    SnapshotReader(String subject, String path, String word) {
        this(subject, path, word, word);
    }

    SnapshotReader(String subject, String path, String word, String orWord) {
        this.subject = subject;
        this.path = Pattern.compile(path);
        this.word = word;
        this.orWord = orWord;
    }

    private boolean isOf(String file) {
        return (PathWord.isIn(file, word) || PathWord.isIn(file, orWord))
                && path.matcher(file).matches();
    }

    /** The reader of a file of that path (parted by slashes; of a boxed file, the whole {@code box!/inner}), or empty where it is no captured state. */
    public static Optional<SnapshotReader> of(String path) {
        for (SnapshotReader reader : READERS) {
            if (reader.isOf(path)) {
                return Optional.of(reader);
            }
        }
        return Optional.empty();
    }

    /**
     * The readings, in the order of the text. Text that is none of this gives an empty list; a message in its place, or nothing at all, gives one reading that is unreadable.
     *
     * @param cited the path that readings bear
     * @throws IOException where the stream itself breaks off
     */
    public List<Reading> read(InputStream in, String cited) throws IOException {
        if (this == PROC_SYS) {
            return List.of(value(in, cited));
        }
        Collected collected = new Collected(cited);
        List<LineReader> each = readers(collected);
        BoundedLines lines = new BoundedLines(in, ROWS);
        boolean empty = true;
        long refused = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (line.isBlank()) {
                continue;
            }
            empty = false;
            refused = refused == 0 && Refusal.is(line) ? lines.line() : refused;
            for (LineReader reader : each) {
                reader.line(line, lines.line());
            }
        }
        for (LineReader reader : each) {
            reader.end(refused == 0);
        }
        if (collected.isEmpty() && !subject.isEmpty() && (empty || refused > 0)) {
            collected.unreadable(subject, refused);
        }
        return collected.readings();
    }

    /** Readers of its lines; of a file of {@code /proc/sys}, which is one value, none. */
    List<LineReader> readers(Collected into) {
        return switch (this) {
            case SYSCTL_ALL -> settings(into);
            case SYSCTL_CONF -> settings(into);
            case PROC_SYS -> List.of();
            case SOCKSTAT -> List.of(new Gauges(into));
            case NETSTAT -> sockets(into);
            case SOCKETS -> sockets(into);
            case SOCKET_TABLE -> List.of(new SocketTable(into));
            case PROTOCOLS -> List.of(new ProtocolTable(into));
            case MEMINFO -> List.of(new MemorySizes(into));
            case FREE -> List.of(new FreeTable(into));
            case KERNEL -> List.of(new KernelVersion(into));
            case SYSTEM -> List.of(new SystemName(into));
            case PAGE_SIZE -> List.of(new PageSize(into));
            case UPTIME -> List.of(uptime(into));
            case DATE -> List.of(date(into));
            case LIMITS -> List.of(new OpenFileLimits(into));
            case NEIGHBOUR_STATISTICS -> table(into);
            case CONNTRACK_STATISTICS -> table(into);
            case NEIGHBOURS -> List.of(new NeighbourList(into));
            case LINKS -> List.of(new LinkList(into));
        };
    }

    private static List<LineReader> settings(Collected into) {
        return List.of((line, number) -> into.add(SysctlReader.reading(line.strip(), into.path(), number)));
    }

    private static List<LineReader> sockets(Collected into) {
        return List.of(new Counters(into), new NetstatSummary(into), new SocketSummary(into), new SocketListing(into));
    }

    private static List<LineReader> table(Collected into) {
        String file = into.path().substring(into.path().lastIndexOf('/') + 1);
        return List.of(new CpuColumns(
                into,
                file.contains("ndisc") ? "ndisc_cache" : file.contains("arp_cache") ? "arp_cache" : "nf_conntrack"));
    }

    private static LineReader uptime(Collected into) {
        return (line, number) -> {
            Uptime uptime = Uptime.of(line);
            if (uptime != null) {
                into.known(
                        uptime.plusSeconds() > 1 ? "uptime.minutes" : "uptime.seconds",
                        uptime.plusSeconds() > 1 ? uptime.seconds() / 60 : uptime.seconds(),
                        number);
            }
        };
    }

    private static LineReader date(Collected into) {
        return (line, number) -> {
            if (WallClock.of(line) != null) {
                into.known("date", SysctlReader.fold(line), number);
            }
        };
    }

    /** One file below {@code /proc/sys}: its first line is the value. A tool that copies the tree may leave the error of cat(1) in the file. */
    private static Reading value(InputStream in, String cited) throws IOException {
        String value = new BoundedLines(in).next();
        String name = SysctlName.dotted(cited.replace('\\', '/').replaceFirst("^.*?(?:^|/)proc/sys/", ""));
        return value == null
                        || Refusal.is(value)
                        || value.toLowerCase(Locale.ROOT).contains("permission denied")
                ? new Reading(name, null, Reading.State.UNREADABLE, cited, value == null ? 0 : 1)
                : new Reading(name, SysctlReader.fold(value), Reading.State.KNOWN, cited, 1);
    }
}
