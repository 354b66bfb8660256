package org.sockmortem.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sockmortem.snapshot.Reading.State;

/**
 * Reads the files of {@code /proc} beside the sysctls that a rule can use. Names are made of the file's and its own words:
 *
 * <ul>
 *   <li>{@code sockstat.TCP.orphan} from {@code /proc/net/sockstat}, {@code TCP: inuse 4 orphan 0 tw 4 alloc 17 mem 1}; {@code mem} is in pages
 *   <li>{@code netstat.TcpExt.ListenOverflows} from {@code /proc/net/netstat} or {@code nstat -az}
 *   <li>{@code meminfo.MemTotal} from {@code /proc/meminfo}, in kB as there
 * </ul>
 */
final class ProcReader {
    private static final Pattern GAUGE = Pattern.compile("([A-Za-z0-9_]++) (-?\\d{1,18})(?= |$)");
    private static final Pattern MEMINFO = Pattern.compile("([A-Za-z0-9_()]++):\\s++(\\d{1,18})(?: kB)?\\s*+");
    private static final Pattern NSTAT =
            Pattern.compile("([A-Z][a-z0-9]++(?:Ext)?)([A-Z]\\w*+)\\s++(-?\\d{1,18})\\s++[\\d.]++\\s*+");

    private ProcReader() {}

    /** Gauges of {@code /proc/net/sockstat}. */
    static List<Reading> sockstat(InputStream in, String path) throws IOException {
        BoundedLines lines = new BoundedLines(in);
        List<Reading> readings = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            int colon = line.indexOf(':');
            Matcher gauge = GAUGE.matcher(line);
            while (colon > 0 && gauge.find()) {
                String name = "sockstat." + line.substring(0, colon).strip() + "." + gauge.group(1);
                readings.add(new Reading(name, gauge.group(2), State.KNOWN, path, lines.line()));
            }
        }
        return readings;
    }

    /** Counters of {@code /proc/net/netstat}: a line of names, then a line of numbers in the same order; or the three columns of nstat. */
    static List<Reading> netstat(InputStream in, String path) throws IOException {
        BoundedLines lines = new BoundedLines(in);
        List<Reading> readings = new ArrayList<>();
        String[] names = {};
        for (String line = lines.next(); line != null; line = lines.next()) {
            String[] words = SysctlReader.fold(line).split(" ", -1);
            Matcher nstat = NSTAT.matcher(line);
            if (nstat.matches()) {
                String name = "netstat." + nstat.group(1) + "." + nstat.group(2);
                readings.add(new Reading(name, nstat.group(3), State.KNOWN, path, lines.line()));
            } else if (words.length == names.length && words[0].equals(names[0]) && words[0].endsWith(":")) {
                String group = "netstat." + words[0].substring(0, words[0].length() - 1) + ".";
                for (int i = 1; i < words.length; i++) {
                    readings.add(new Reading(group + names[i], words[i], State.KNOWN, path, lines.line()));
                }
                names = new String[0];
            } else {
                names = words;
            }
        }
        return readings;
    }

    /** Sizes of {@code /proc/meminfo}. */
    static List<Reading> meminfo(InputStream in, String path) throws IOException {
        BoundedLines lines = new BoundedLines(in);
        List<Reading> readings = new ArrayList<>();
        for (String line = lines.next(); line != null; line = lines.next()) {
            Matcher size = MEMINFO.matcher(line);
            if (size.matches()) {
                readings.add(new Reading("meminfo." + size.group(1), size.group(2), State.KNOWN, path, lines.line()));
            }
        }
        return readings;
    }

    /** One file below {@code /proc/sys}: its first line is the value. */
    static List<Reading> sysctl(InputStream in, String path) throws IOException {
        BoundedLines lines = new BoundedLines(in);
        String value = lines.next();
        String name = SysctlName.dotted(path.replace('\\', '/').replaceFirst("^.*?(?:^|/)proc/sys/", ""));
        if (value == null) {
            return List.of(new Reading(name, null, State.UNREADABLE, path, 0));
        }
        // A tool that copies the tree may leave the error of cat(1) in the file.
        boolean error = value.toLowerCase(Locale.ROOT).contains("permission denied") || value.startsWith("cat:");
        return List.of(new Reading(
                name, error ? null : SysctlReader.fold(value), error ? State.UNREADABLE : State.KNOWN, path, 1));
    }
}
