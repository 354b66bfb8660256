package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The gauges of {@code /proc/net/sockstat} and {@code sockstat6}, {@code TCP: inuse 4 orphan 0 tw 4 alloc 17 mem 1}: {@code sockstat.TCP.orphan}.
 * {@code mem} is in pages.
 */
final class Gauges implements LineReader {
    private static final Pattern HEAD = Pattern.compile("([A-Za-z]\\w{1,15}):.*+");
    private static final Pattern GAUGE = Pattern.compile("([A-Za-z0-9_]++) (-?\\d{1,18})(?= |$)");

    private final Collected into;

    Gauges(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher head = HEAD.matcher(line);
        if (!head.matches()) {
            return;
        }
        Matcher gauge = GAUGE.matcher(line);
        while (gauge.find()) {
            into.known("sockstat." + head.group(1) + "." + gauge.group(1), gauge.group(2), number);
        }
    }
}
