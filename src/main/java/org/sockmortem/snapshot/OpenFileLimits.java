package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many files a process may open: {@code ulimit -a} ({@code ulimit.open-files}), {@code /proc/PID/limits} ({@code limits.open-files.PID}, soft and hard) and limits.conf
 * ({@code limits.nofile.USER.soft}). It is the limit of a process, and no message of the kernel is about it.
 */
final class OpenFileLimits implements LineReader {
    private static final Pattern ULIMIT = Pattern.compile(
            "(?:open files|nofiles?|-n: file descriptors)\\s*+(?:\\([^)]*+\\)\\s*+)?(\\d{1,18}|unlimited)\\s*+");
    private static final Pattern PROCESS = Pattern.compile("Max open files\\s+(\\S+)\\s+(\\S+)\\s+files\\s*");
    private static final Pattern CONFIGURED =
            Pattern.compile("\\s*([^#\\s]\\S*)\\s+(soft|hard|-)\\s+nofile\\s+(\\d{1,18}|unlimited|infinity|-1)\\b.*");
    private static final Pattern PID = Pattern.compile("(?:.*/)?proc/(\\d+)/limits");

    private final Collected into;

    OpenFileLimits(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher ulimit = ULIMIT.matcher(line);
        Matcher process = PROCESS.matcher(line);
        Matcher configured = CONFIGURED.matcher(line);
        if (ulimit.matches()) {
            into.known("ulimit.open-files", ulimit.group(1), number);
        } else if (process.matches()) {
            Matcher pid = PID.matcher(into.path());
            String whose = pid.matches() ? "." + pid.group(1) : "";
            into.known("limits.open-files" + whose, process.group(1) + " " + process.group(2), number);
        } else if (configured.matches()) {
            String[] kinds = configured.group(2).equals("-")
                    ? new String[] {"soft", "hard"}
                    : new String[] {configured.group(2)};
            for (String kind : kinds) {
                into.known("limits.nofile." + configured.group(1) + "." + kind, configured.group(3), number);
            }
        }
    }
}
