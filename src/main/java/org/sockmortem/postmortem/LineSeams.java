package org.sockmortem.postmortem;

import java.util.Arrays;
import org.sockmortem.scan.CandidateScanner;

/**
 * Where in a text a line may have been wrapped in the middle of what the scanner looks for, or in what it has found. Looks at bytes
 * alone, so that of a log of thousands of lines only the few are joined for a trial that can come to anything.
 */
final class LineSeams {
    private static final boolean[] NONE = new boolean[0];

    /** Longer than any needle, on both sides of a line's end. */
    private static final int REACH = 64;

    /** A line of fewer bytes may lie within a needle. */
    private static final int SHORT = 32;

    private final byte[] text;
    private final byte[] seam = new byte[2 * REACH + 1];

    LineSeams(byte[] text) {
        this.text = text;
    }

    /**
     * For each line whether it may go on in the next one or the two after it; nothing where no line may.
     */
    boolean[] worthALook() {
        int[] starts = starts();
        int lines = starts.length - 1;
        boolean[] worth = new boolean[lines];
        boolean any = false;
        for (int i = 0; i + 1 < lines; i++) {
            boolean found = isCandidate(starts, i) || isCandidate(starts, i + 1) || isSeam(starts, i);
            int next = starts[i + 2] - starts[i + 1] - 1;
            boolean within = next > 0 && next < SHORT && i + 2 < lines;
            if (found || within) {
                any = true;
                worth[i] = true;
                // a line may be wrapped twice
                worth[Math.max(0, i - 1)] = true;
            }
        }
        return any ? worth : NONE;
    }

    /** Where each line begins, and where one more would. */
    private int[] starts() {
        int[] starts = new int[64];
        int size = 1;
        for (int i = 0; i < text.length; i++) {
            if (text[i] == '\n') {
                starts = size + 1 < starts.length ? starts : Arrays.copyOf(starts, 2 * starts.length);
                starts[size++] = i + 1;
            }
        }
        starts[size++] = text.length + 1;
        return Arrays.copyOf(starts, size);
    }

    private boolean isCandidate(int[] starts, int line) {
        return CandidateScanner.isCandidate(text, starts[line], starts[line + 1] - 1);
    }

    /** Whether a needle lies across the end of a line, once blanks and marks of quoting between its parts are gone. */
    private boolean isSeam(int[] starts, int line) {
        int end = starts[line + 1] - 1;
        while (end > starts[line] && isBlank(text[end - 1])) {
            end--;
        }
        int begin = starts[line + 1];
        int to = starts[line + 2] - 1;
        while (begin < to && (isBlank(text[begin]) || isMark(text[begin]))) {
            begin++;
        }
        int before = Math.min(REACH, end - starts[line]);
        int after = Math.min(REACH, to - begin);
        System.arraycopy(text, end - before, seam, 0, before);
        seam[before] = ' ';
        System.arraycopy(text, begin, seam, before + 1, after);
        return CandidateScanner.isCandidate(seam, 0, before + 1 + after);
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }

    private static boolean isMark(byte b) {
        return b == '>' || b == '|' || b == '#';
    }
}
