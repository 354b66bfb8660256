package org.sockmortem.snapshot;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what {@code ip neigh} lists: {@code neigh.ipv4.listed} and {@code neigh.ipv6.listed}. Only of the namespace that was asked, and without what needs no resolving,
 * while the kernel's limit is over all namespaces: the count is at most what the limit saw.
 */
final class NeighbourList implements LineReader {
    private static final Pattern ROW = Pattern.compile("([0-9a-fA-F.:]{3,45}) dev \\S+ .*");

    private final Collected into;
    private long four;
    private long six;

    NeighbourList(Collected into) {
        this.into = into;
    }

    @Override
    public void line(String line, long number) {
        Matcher row = ROW.matcher(line);
        if (row.matches()) {
            boolean isSix = row.group(1).indexOf(':') >= 0;
            six += isSix ? 1 : 0;
            four += isSix ? 0 : 1;
        }
    }

    @Override
    public void end(boolean whole) {
        if (!whole) {
            into.unreadable("neigh.listed", 0);
            return;
        }
        if (four > 0) {
            into.known("neigh.ipv4.listed", four, 1);
        }
        if (six > 0) {
            into.known("neigh.ipv6.listed", six, 1);
        }
    }
}
