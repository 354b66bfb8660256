package org.sockmortem.record;

import org.sockmortem.parse.Parsed;

/**
 * What one input held.
 *
 * @param bytes its length
 * @param lines its physical lines
 * @param records texts handed on
 * @param first the header of the first record that has a time, of whoever it is: the span of a journal is not that of its kernel lines
 *     alone; {@link Parsed.Header#NONE} if no record has one
 * @param last the header of the last such record
 */
public record RecordSummary(long bytes, long lines, long records, Parsed.Header first, Parsed.Header last) {}
