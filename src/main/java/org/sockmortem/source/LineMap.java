package org.sockmortem.source;

import java.util.ArrayList;
import java.util.List;

/**
 * In which line of a file each line of its text begins, where frames were parted, a document of one line was cut, or blocks were decoded, so
 * that a citation leads to the place in the file as it stands. Bounded: of a text whose lines follow no order, those far behind are cited by
 * reckoning on from the last that is known. Mutable.
 */
final class LineMap {
    private static final int RUNS = 1 << 20;

    private final List<Run> runs = new ArrayList<>();

    /** Lines of the text from one on; either each begins a line of the file after the one before, or all begin in the same. */
    private record Run(long text, long file, boolean rising) {
        long fileLine(long line) {
            return rising ? file + line - text : file;
        }
    }

    LineMap() {
        runs.add(new Run(1, 1, true));
    }

    /** The text's line begins in that line of the file; told in order. */
    void begins(long text, long file) {
        Run last = runs.get(runs.size() - 1);
        if (last.fileLine(text) == file) {
            return;
        }
        if (text == last.text + 1 && file == last.file) {
            runs.set(runs.size() - 1, new Run(last.text, last.file, false));
        } else if (runs.size() < RUNS) {
            runs.add(new Run(text, file, true));
        }
    }

    /** The line of the file in which a line of the text begins. */
    long fileLine(long text) {
        int low = 0;
        int high = runs.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (runs.get(middle).text <= text) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return runs.get(low).fileLine(text);
    }

    /** Whether each line of the text is one of the file. */
    boolean isPlain() {
        return runs.size() == 1 && runs.get(0).rising;
    }
}
