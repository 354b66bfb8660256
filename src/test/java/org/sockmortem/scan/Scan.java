package org.sockmortem.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What a scan of an input gave.
 *
 * @param candidates lines handed on, each with its number and what stood before it in the buffer
 * @param summary the scanner's own account
 */
record Scan(List<Candidate> candidates, ScanSummary summary) {

    /**
     * One line handed on. Bytes are shown one a character.
     *
     * @param line its number
     * @param text its bytes
     * @param before the earlier lines that the buffer still held
     */
    record Candidate(long line, String text, String before) {}

    /** Scans bytes in pieces of the sizes given; in as large ones as the scanner asks for where none is. */
    static Scan of(byte[] bytes, int... sizes) {
        return of(new Chunks(bytes, sizes.length == 0 ? new int[] {Integer.MAX_VALUE} : sizes));
    }

    /** Scans a stream. */
    static Scan of(InputStream in) {
        List<Candidate> candidates = new ArrayList<>();
        CandidateScanner scanner = new CandidateScanner();
        try {
            ScanSummary summary = scanner.scan(
                    in,
                    (bytes, bufferStart, from, to, line) ->
                            candidates.add(new Candidate(line, text(bytes, from, to), text(bytes, bufferStart, from))));
            return new Scan(candidates, summary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines handed on. */
    List<String> texts() {
        return candidates.stream().map(Candidate::text).toList();
    }

    /** Their numbers. */
    List<Long> lines() {
        return candidates.stream().map(Candidate::line).toList();
    }

    /** Bytes as text, one a character. */
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** Text as bytes, one a character. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
