package org.sockmortem.report.words;

import java.util.ArrayList;
import java.util.List;
import org.sockmortem.source.SourceRef;

/**
 * Places of lines, told shortly: {@code messages:61233-61236, 61238-61240}. Every line is named, and most terminals open the first
 * at a click.
 */
public final class LineRanges {
    private final StringBuilder told = new StringBuilder();
    private String path = "";
    private long first;
    private long last;

    private LineRanges() {}

    /** One text a file, in the order in which the files come up. */
    public static List<String> of(List<SourceRef> refs) {
        List<String> all = new ArrayList<>();
        List<String> paths = refs.stream().map(SourceRef::path).distinct().toList();
        for (String path : paths) {
            LineRanges ranges = new LineRanges();
            ranges.path = path;
            refs.stream().filter(ref -> ref.path().equals(path)).forEach(ref -> ranges.add(ref.line()));
            ranges.close();
            all.add(ranges.told.toString());
        }
        return all;
    }

    /** One place; a file alone where no line is known. */
    public static String of(SourceRef ref) {
        return ref.line() > 0 ? ref.path() + ":" + ref.line() : ref.path();
    }

    private void add(long line) {
        if (first > 0 && line == last + 1) {
            last = line;
        } else if (first == 0 || line != last) {
            close();
            first = line;
            last = line;
        }
    }

    private void close() {
        if (first > 0) {
            told.append(told.length() == 0 ? path + ":" : ", ").append(first);
            if (last > first) {
                told.append('-').append(last);
            }
        }
        first = 0;
    }
}
