package org.sockmortem.scan;

import java.util.ArrayList;
import java.util.List;

/** The scanner as one would write it who has all of the input at hand: the measure for the quick one. */
final class NaiveScanner {
    private static final int LIMIT = CandidateScanner.LINE_LIMIT;

    private NaiveScanner() {}

    /** What a scan must give, without what the buffer held before each line. */
    static Scan scan(byte[] bytes) {
        String text = Scan.text(bytes, 0, bytes.length);
        List<Scan.Candidate> candidates = new ArrayList<>();
        String first = "";
        String last = "";
        long line = 0;
        int begin = 0;
        while (begin < text.length()) {
            int lineFeed = text.indexOf('\n', begin);
            int end = lineFeed < 0 ? text.length() : lineFeed;
            line++;
            String whole = text.substring(begin, end);
            String looked = whole.substring(0, Math.min(LIMIT, whole.length()));
            String shown = withoutReturns(looked);
            if (shown.chars().anyMatch(c -> c > ' ')) {
                first = first.isEmpty() ? shown : first;
                last = shown;
            }
            if (Needles.all().stream().anyMatch(looked::contains)) {
                candidates.add(new Scan.Candidate(line, shown, ""));
            }
            begin = end + 1;
        }
        ScanSummary summary =
                new ScanSummary(bytes.length, line, candidates.size(), Scan.bytes(first), Scan.bytes(last), false);
        return new Scan(candidates, summary);
    }

    private static String withoutReturns(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '\r') {
            end--;
        }
        return line.substring(0, end);
    }
}
