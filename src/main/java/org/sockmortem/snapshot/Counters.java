package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The kernel's counters as {@code /proc/net/netstat} and {@code /proc/net/snmp} hold them (a line of names, then a line of numbers in the same
 * order), or in the three columns of {@code nstat -zas}: {@code netstat.TcpExt.ListenOverflows}. They run from boot.
 */
final class Counters implements LineReader {
    private static final Pattern NSTAT =
            Pattern.compile("([A-Z][a-z]++(?:6|Lite6?)?(?:Ext|Msg)?)([A-Z]\\w*+)\\s++(-?\\d{1,18})\\s++[\\d.]++\\s*+");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");
    private static final String PREFIX = "netstat.";

    private final Collected into;
    private String[] names = {};

    Counters(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        // Listings of sockets come through here too, a million rows at times.
        if (line.charAt(0) < 'A' || line.charAt(0) > 'Z') {
            return;
        }
        Matcher nstat = NSTAT.matcher(line);
        if (nstat.matches()) {
            into.known(PREFIX + nstat.group(1) + "." + nstat.group(2), nstat.group(3), number);
            return;
        }
        String[] words = SysctlReader.fold(line).split(" ", -1);
        if (!words[0].endsWith(":") || words.length < 2) {
            names = new String[0];
        } else if (words.length == names.length && words[0].equals(names[0])) {
            String group = PREFIX + words[0].substring(0, words[0].length() - 1) + ".";
            for (int i = 1; i < words.length; i++) {
                if (NUMBER.matcher(words[i]).matches()) {
                    into.known(group + names[i], words[i], number);
                }
            }
            names = new String[0];
        } else {
            names = words;
        }
    }
}
