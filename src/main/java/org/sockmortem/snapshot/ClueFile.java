package org.sockmortem.snapshot;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.snapshot.ClueBook.Kind;
import org.sockmortem.snapshot.ClueBook.Page;

/** The files of a captured tree that tell who the host is or what its clocks showed, and how a line of each is read. */
enum ClueFile {
    /** hostname(5). */
    ETC_HOSTNAME("etc/(?:hostname|HOSTNAME)", "etc/") {
        @Override
        void line(String line, Page page) {
            host(line, page, 1);
        }
    },
    /** hostname(1), asked without options. */
    HOSTNAME("(?:sos_commands/(?:host|general)/hostname|hostname)" + ClueFile.SAVED, "/hostname") {
        @Override
        void line(String line, Page page) {
            host(line, page, 0);
        }
    },
    /** uname(1) and /proc/version. */
    KERNEL("(?:uname(?:[_ ]-a)?|proc[/_]version)" + ClueFile.SAVED, "uname", "version") {
        @Override
        void line(String line, Page page) {
            Matcher version = KernelVersion.LINE.matcher(line);
            if (version.matches()) {
                boolean isProc = version.group(1) != null;
                page.tell(Kind.RELEASE, isProc ? 1 : 0, isProc ? version.group(1) : version.group(3));
                if (!isProc) {
                    host(version.group(2), page, 2);
                }
            }
        }
    },
    /** hostname(1), asked for the full name. */
    FULL_NAME("hostname[_ ]-{1,2}f(?:qdn)?" + ClueFile.SAVED, "/hostname") {
        @Override
        void line(String line, Page page) {
            host(line, page, 3);
        }
    },
    /** hostnamectl(1). */
    HOSTNAMECTL("hostnamectl(?:[_ ]status)?" + ClueFile.SAVED, "/hostnamectl") {
        @Override
        void line(String line, Page page) {
            Matcher field = FIELD.matcher(line);
            if (field.matches()) {
                String value = field.group(2);
                switch (field.group(1)) {
                    case "Static hostname" -> host(value, page, 4);
                    case "Transient hostname" -> host(value, page, 5);
                    case "Machine ID" -> page.tell(Kind.MACHINE_ID, 1, id(value));
                    case "Boot ID" -> page.tell(Kind.BOOT_ID, 1, id(value));
                    case "Kernel" -> page.tell(Kind.RELEASE, 2, value.startsWith("Linux ") ? value.substring(6) : null);
                    default -> {}
                }
            }
        }
    },
    /** machine-id(5). */
    MACHINE_ID("etc/machine-id", "machine-id") {
        @Override
        void line(String line, Page page) {
            page.tell(Kind.MACHINE_ID, 0, id(line.strip()));
        }
    },
    /** The running kernel's boot. */
    BOOT_ID("proc/sys/kernel/random/boot_id", "boot_id") {
        @Override
        void line(String line, Page page) {
            page.tell(Kind.BOOT_ID, 0, id(line.strip()));
        }
    },
    /** sysctl -a. */
    SYSCTL("sysctl(?:[_ -]+-?a(?:ll)?)" + ClueFile.SAVED, "/sysctl") {
        @Override
        void line(String line, Page page) {
            Reading reading = line.startsWith("kernel.") ? SysctlReader.reading(line, "", 1) : null;
            String value = reading == null ? null : reading.value();
            if (reading == null || value == null) {
                return;
            }
            switch (reading.name()) {
                case "kernel.hostname" -> host(value, page, 6);
                case "kernel.osrelease" -> page.tell(Kind.RELEASE, 3, value);
                case "kernel.random.boot_id" -> page.tell(Kind.BOOT_ID, 2, id(value));
                default -> {}
            }
        }
    },
    /** date(1), with or without --utc. */
    DATE("(?:sos_commands/date/)?date(?:[_ ]-{1,2}[A-Za-z0-9]+)*" + ClueFile.SAVED, "/date") {
        @Override
        void line(String line, Page page) {
            clock(WallClock.of(line), page, 0);
        }
    },
    /** timedatectl(1). */
    TIMEDATECTL("timedatectl(?:[_ ]status)?" + ClueFile.SAVED, "timedatectl") {
        @Override
        void line(String line, Page page) {
            Matcher field = FIELD.matcher(line);
            if (!field.matches()) {
                return;
            }
            String value = field.group(2);
            switch (field.group(1).toLowerCase(Locale.ROOT)) {
                case "local time" -> page.tell(Kind.DATE, 1, WallClock.of(value));
                case "universal time" -> page.tell(Kind.UTC, 1, WallClock.of(value));
                case "time zone", "timezone" -> page.tell(Kind.TIME_ZONE, 0, zone(value));
                default -> {}
            }
        }
    },
    /** The zone's name, as Debian keeps it. */
    TIMEZONE("etc/timezone", "etc/timezone") {
        @Override
        void line(String line, Page page) {
            page.tell(Kind.TIME_ZONE, 1, zone(line.strip()));
        }
    },
    /** The zone's name, as Red Hat and SUSE kept it. */
    SYSCONFIG_CLOCK("etc/sysconfig/clock", "etc/sysconfig/clock") {
        @Override
        void line(String line, Page page) {
            Matcher zone = ZONE_SETTING.matcher(line);
            page.tell(Kind.TIME_ZONE, 2, zone.matches() ? zone(zone.group(1)) : null);
        }
    },
    /** The boot's moment. */
    PROC_STAT("proc[/_]stat" + ClueFile.SAVED, "stat") {
        @Override
        void line(String line, Page page) {
            Matcher btime = BTIME.matcher(line);
            page.tell(Kind.BTIME, 0, btime.matches() ? Long.valueOf(btime.group(1)) : null);
        }
    },
    /** uptime(1), and the kernel's own figure. */
    UPTIME("(?:proc[/_])?uptime" + ClueFile.SAVED, "uptime") {
        @Override
        void line(String line, Page page) {
            Uptime uptime = Uptime.of(line);
            page.tell(Kind.UPTIME, uptime == null ? 0 : (int) uptime.plusSeconds(), uptime);
        }
    };

    private static final String SAVED = "(?:[.](?:txt|out|log))?";

    /** Where such a file would be another host's: a process, a container, a namespace. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:.*/)?(?:proc/\\d+|networking/namespaces/[^/]+|sos_containers/.*|snap/[^/]+|"
                    + "var/lib/(?:docker|containers|containerd|kubelet|lxc|lxd|machines))/.*");

    private static final Pattern FIELD = Pattern.compile("\\s*([A-Za-z][A-Za-z ]{1,30}): (.{1,200}?)\\s*");
    private static final Pattern ZONE_SETTING = Pattern.compile("\\s*(?:ZONE|TIMEZONE)=\"?([^\"]{1,60})\"?\\s*");
    private static final Pattern ZONE =
            Pattern.compile("([A-Za-z_]{2,30}(?:/[A-Za-z0-9_+-]{1,30}){0,2})(?: \\(.*\\))?");
    private static final Pattern BTIME = Pattern.compile("btime (\\d{1,12})\\s*");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9])?[.]?");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

    /** Names that many hosts bear, told only where there is no better. */
    private static final Pattern NOBODY =
            Pattern.compile("localhost(?:[.]localdomain)?|localhost[46]?[.].*|linux|unknown");

    private static final int LAST = 100;
    private static final ClueFile[] FILES = values();

    private final Pattern path;
    private final String word;
    private final String orWord;

    ClueFile(String name, String word) {
        this(name, word, word);
    }

    ClueFile(String name, String word, String orWord) {
        this.path = Pattern.compile("(?:.*/)?" + name);
        this.word = word;
        this.orWord = orWord;
    }

    private boolean isOf(String file) {
        return (PathWord.isIn(file, word) || PathWord.isIn(file, orWord))
                && path.matcher(file).matches();
    }

    /** What one line tells. */
    abstract void line(String line, Page page);

    /** The file of that path, or {@code null} where it tells nothing of its host. */
    static @Nullable ClueFile of(String path) {
        for (ClueFile file : FILES) {
            if (file.isOf(path)) {
                return ELSEWHERE.matcher(path).matches() ? null : file;
            }
        }
        return null;
    }

    private static void host(String text, Page page, int rank) {
        String name = text.strip();
        if (HOST.matcher(name).matches()) {
            boolean nobody = NOBODY.matcher(name.toLowerCase(Locale.ROOT)).matches();
            page.tell(
                    Kind.HOSTNAME,
                    nobody ? LAST + rank : rank,
                    name.endsWith(".") ? name.substring(0, name.length() - 1) : name);
        }
    }

    /** A clock that is set to UTC by option and one whose zone is UTC look the same, and serve the same. */
    private static void clock(@Nullable WallClock clock, Page page, int rank) {
        if (clock != null) {
            boolean isUtc = page.path().matches(".*date[_ ]-{1,2}u(?:tc)?(?:[.]\\w+)?")
                    && ZoneOffset.UTC.equals(clock.offset());
            page.tell(isUtc ? Kind.UTC : Kind.DATE, rank, clock);
        }
    }

    private static @Nullable String id(String text) {
        String digits = text.replace("-", "").toLowerCase(Locale.ROOT);
        return ID.matcher(digits).matches() ? digits : null;
    }

    private static @Nullable String zone(String text) {
        Matcher zone = ZONE.matcher(text);
        return zone.matches() && !zone.group(1).equals("n") ? zone.group(1) : null;
    }
}
