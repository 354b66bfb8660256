package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code uname -a} and {@code /proc/version}. The release goes by the name of the sysctl that holds it too, {@code kernel.osrelease}; the machine, as uname -m prints it, is
 * {@code uname.machine}.
 */
final class KernelVersion implements LineReader {
    /** Release from /proc/version, or host and release from uname -a, both begin with the system's name. */
    static final Pattern LINE = Pattern.compile("Linux (?:version (\\d\\S*)|(\\S+) (\\d\\S*))(?: .*)?");

    private static final Pattern MACHINE = Pattern.compile(
            " (x86_64|i[3-6]86|aarch64|arm(?:v\\w+)?|ppc64le|ppc64|s390x|riscv64|loongarch64|mips\\w*)(?= |$)");

    /** What uname -r prints: the release and nothing else. */
    private static final Pattern RELEASE = Pattern.compile("\\d+[.]\\d+[.]\\d\\S*");

    private final Collected into;

    KernelVersion(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher version = LINE.matcher(line);
        if (!version.matches()) {
            if (into.path().matches("(?:.*/)?uname[_ ]-r")
                    && RELEASE.matcher(line.strip()).matches()) {
                into.known("kernel.osrelease", line.strip(), number);
            }
            return;
        }
        boolean isProc = version.group(1) != null;
        into.known("kernel.osrelease", isProc ? version.group(1) : version.group(3), number);
        Matcher machine = MACHINE.matcher(line);
        if (!isProc && machine.find()) {
            into.known("uname.machine", machine.group(1), number);
        }
    }
}
