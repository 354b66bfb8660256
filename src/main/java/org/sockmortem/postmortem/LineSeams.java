package org.sockmortem.postmortem;

import java.util.Arrays;
import java.util.List;
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

    /** How the lines of most logs begin: a letter stands for letters, a nought for digits, a blank for a blank or a digit. */
    private static final List<String> BEGINNINGS = List.of("[    0.000000]", "Aaa  0 00:00:00 ", "0000-00-00T00:00:00");

    /** The end of "setting system clock to", which begins as lines do. */
    private static final String CLOCK = "0000-00-00T00:00:00 AAA (";

    private final byte[] text;
    private final byte[] seam = new byte[2 * REACH + 1];

    LineSeams(byte[] text) {
        this.text = text;
    }

    /** For each line whether it may go on in the next one, or in some after it; nothing where no line may. */
    boolean[] worthALook() {
        int[] starts = starts();
        int lines = starts.length - 1;
        boolean[] worth = new boolean[lines];
        boolean any = false;
        for (int i = 0; i + 1 < lines; i++) {
            if (mayGoOn(starts, i) && isWorth(starts, i)) {
                any = true;
                // a line may be wrapped more than once
                for (int before = i; before > i - WrappedLines.PARTS + 1 && before >= 0; before--) {
                    worth[before] = mayGoOn(starts, before);
                    if (!worth[before]) {
                        break;
                    }
                }
            }
        }
        return any ? worth : NONE;
    }

    private boolean isWorth(int[] starts, int line) {
        int next = starts[line + 2] - starts[line + 1] - 1;
        boolean within = next > 0 && next < SHORT && line + 3 < starts.length;
        return within || isCandidate(starts, line) || isCandidate(starts, line + 1) || isSeam(starts, line);
    }

    private boolean mayGoOn(int[] starts, int line) {
        int end = starts[line + 1] - 1;
        return mayGoOn(text, starts[line], end, end + 1, starts[line + 2] - 1);
    }

    /** Whether a line may go on in the next: not where that begins as those of most logs do, unless the line ends open. */
    static boolean mayGoOn(byte[] text, int from, int to, int next, int nextEnd) {
        int end = to;
        while (end > from && isBlank(text[end - 1])) {
            end--;
        }
        boolean open = end > from && (text[end - 1] == ':' || text[end - 1] == '[');
        return open || !begins(text, next, nextEnd);
    }

    private static boolean begins(byte[] line, int from, int to) {
        // a loop, since it is asked of each line
        for (String beginning : BEGINNINGS) {
            if (begins(line, from, to, beginning)) {
                return !begins(line, from, to, CLOCK);
            }
        }
        return false;
    }

    private static boolean begins(byte[] line, int from, int to, String beginning) {
        if (to - from < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            char sign = beginning.charAt(i);
            byte b = line[from + i];
            boolean digit = b >= '0' && b <= '9';
            boolean same = switch (sign) {
                case 'A' -> b >= 'A' && b <= 'Z';
                case 'a' -> b >= 'a' && b <= 'z';
                case '0' -> digit;
                case ' ' -> digit || b == ' ';
                default -> b == sign;
            };
            if (!same) {
                return false;
            }
        }
        return true;
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

    /** Whether a needle lies across the end of a line, once marks of quoting between its parts are gone. */
    private boolean isSeam(int[] starts, int line) {
        int end = starts[line + 1] - 1;
        while (end > starts[line] && (isBlank(text[end - 1]) || text[end - 1] == '=')) {
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
        System.arraycopy(text, begin, seam, before, after);
        if (CandidateScanner.isCandidate(seam, 0, before + after)) {
            return true;
        }
        System.arraycopy(text, begin, seam, before + 1, after);
        seam[before] = ' ';
        return CandidateScanner.isCandidate(seam, 0, before + 1 + after);
    }

    private static boolean isBlank(byte b) {
        return b >= 0 && b <= ' ';
    }

    private static boolean isMark(byte b) {
        return b == '>' || b == '|' || b == '#';
    }
}
