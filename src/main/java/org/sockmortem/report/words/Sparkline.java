package org.sockmortem.report.words;

import java.util.ArrayList;
import java.util.List;
import org.sockmortem.timeline.BurstWindow;

/** The shape of a burst in a row of blocks: {@code ▁▃█▂}, each a window or the fullest of several neighbours. */
public final class Sparkline {
    private static final String BLOCKS = "▁▂▃▄▅▆▇█";

    /** An empty column is no blank, for blanks at the end of a line get lost. */
    private static final char EMPTY = '·';

    private Sparkline() {}

    /** At most {@code columns} blocks, the fullest window the highest. */
    public static String of(List<BurstWindow> windows, int columns) {
        int width = Math.min(columns, windows.size());
        List<Long> fullest = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            int from = (int) ((long) i * windows.size() / width);
            int to = (int) ((long) (i + 1) * windows.size() / width);
            fullest.add(highest(windows.subList(from, to)));
        }
        return of(fullest);
    }

    /** A block a number, the largest the highest. */
    public static String of(List<Long> events) {
        long highest = events.stream().mapToLong(Long::longValue).max().orElse(0);
        StringBuilder blocks = new StringBuilder(events.size());
        for (long column : events) {
            blocks.append(block(column, highest));
        }
        return blocks.toString();
    }

    /** Events of the fullest window. */
    public static long highest(List<BurstWindow> windows) {
        return windows.stream().mapToLong(Sparkline::events).max().orElse(0);
    }

    private static long events(BurstWindow window) {
        return window.printed() + window.suppressed();
    }

    private static char block(long events, long highest) {
        if (events <= 0) {
            return EMPTY;
        }
        double part = (double) events / highest;
        return BLOCKS.charAt((int) Math.min(BLOCKS.length() - 1, (long) Math.ceil(part * BLOCKS.length()) - 1));
    }
}
