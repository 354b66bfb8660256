package org.sockmortem.snapshot;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tables of {@code /proc/net/stat}, a line of names and a line of hexadecimal numbers for each CPU: {@code arp_cache.entries}, {@code nf_conntrack.drop}. In every one of
 * them {@code entries} is the table's and stands the same in each row; all else counts from boot and is summed. {@code conntrack -S} says the same in
 * decimal: {@code cpu=0 found=2 insert_failed=0 drop=0}.
 */
final class CpuColumns implements LineReader {
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{8,16}");
    private static final Pattern TOOL = Pattern.compile("(?:cpu=\\d+|entries)\\b.*=.*");
    private static final Pattern PAIR = Pattern.compile("([a-z_]{2,30})=(\\d{1,18})");
    private static final String ENTRIES = "entries";

    private final Collected into;
    private final String table;
    private final Map<String, Long> sums = new TreeMap<>();
    private String[] names = {};
    private long first;

    /** @param table whose the columns are */
    CpuColumns(Collected into, String table) {
        this.into = into;
        this.table = table;
    }

    @Override
    public void line(String line, long number) {
        String[] words = SysctlReader.fold(line).split(" ", -1);
        if (TOOL.matcher(line).matches()) {
            first = first == 0 ? number : first;
            Matcher pair = PAIR.matcher(line);
            while (pair.find()) {
                count(pair.group(1), Long.parseLong(pair.group(2)));
            }
        } else if (words[0].equals(ENTRIES) && words.length > 2) {
            names = words;
        } else if (names.length > 0 && HEX.matcher(words[0]).matches()) {
            first = first == 0 ? number : first;
            for (int i = 0; i < Math.min(words.length, names.length); i++) {
                if (HEX.matcher(words[i]).matches()) {
                    count(names[i], Long.parseUnsignedLong(words[i], 16));
                }
            }
        }
    }

    private void count(String name, long value) {
        if (!name.equals("cpu")) {
            sums.merge(name, value, name.equals(ENTRIES) ? Math::max : Long::sum);
        }
    }

    @Override
    public void end(boolean whole) {
        sums.forEach((name, sum) -> into.known(table + "." + name, sum, first));
    }
}
