package org.sockmortem.source;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The links of one archive. A file is read once, where it lies, and by the name of the link that leads to it if that was met before; what sosreport has
 * cut off and linked to ({@code sos_strings}) bears its own name in any order. Mutable.
 */
final class LinkedNames {
    private static final int MOST = 100_000;

    /** How sosreport names what it has cut off: the path with dots for slashes, or the command's (sos/report/plugins/__init__.py). */
    private static final Pattern CUT_LOG = Pattern.compile("((?:.*/)?)sos_strings/[^/]+/var[.]log[.](.+)[.]tailed");

    private static final Pattern CUT_COMMAND = Pattern.compile("((?:.*/)?)sos_strings/([^/]+)/(.+)[.]tailed");

    /** The network of the process that collected, which is the host's: {@code proc/net} leads there by {@code self}. */
    private static final Pattern OF_PROCESS = Pattern.compile("((?:.*/)?)proc/(\\d+)/net/(.+)");

    private final Map<String, String> linkOfTarget = new TreeMap<>();

    /** A link was met. */
    void link(String name, String target) {
        String leadsTo = MemberName.target(name, target);
        if (!leadsTo.isEmpty() && !leadsTo.equals(name) && linkOfTarget.size() < MOST) {
            linkOfTarget.merge(leadsTo, name, (a, b) -> a.length() <= b.length() ? a : b);
        }
    }

    /** The name by which a file's kind is told. */
    String nameOf(String member) {
        Matcher log = CUT_LOG.matcher(member);
        if (log.matches()) {
            return log.group(1) + "var/log/" + log.group(2);
        }
        Matcher command = CUT_COMMAND.matcher(member);
        if (command.matches()) {
            return command.group(1) + "sos_commands/" + command.group(2) + "/" + command.group(3);
        }
        String link = linkOfTarget.get(member);
        return link == null ? member : link;
    }

    /** The process whose network a file shows, with the beginning of its path; {@code null} where it shows none. */
    static @Nullable String processOf(String member) {
        Matcher process = OF_PROCESS.matcher(member);
        return process.matches() ? process.group(1) + "proc/" + process.group(2) : null;
    }

    /** The same file below {@code proc/net}. */
    static String hosts(String member) {
        return OF_PROCESS.matcher(member).replaceFirst("$1proc/net/$3");
    }

    /** Whether {@code proc/self} is that process. */
    boolean isSelf(String process) {
        int slash = process.lastIndexOf('/');
        return (process.substring(0, slash) + "/self").equals(linkOfTarget.get(process));
    }
}
