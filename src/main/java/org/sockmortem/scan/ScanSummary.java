package org.sockmortem.scan;

/**
 * What a whole input was, whether or not a line of it mattered.
 *
 * @param bytes read
 * @param lines seen, a last one without a line end included
 * @param candidates lines handed on
 * @param first the first line that is not blank, empty if there is none; at most {@link CandidateScanner#LINE_LIMIT} bytes
 * @param last the last line that is not blank; likewise
 * @param binary whether the bytes are no text
 */
@SuppressWarnings("ArrayRecordComponent") // the two lines are handed over, never compared
public record ScanSummary(long bytes, long lines, long candidates, byte[] first, byte[] last, boolean binary) {}
