package org.sockmortem.scan;

/**
 * A stretch of an input that begins where a line begins and ends where one ends. Its bytes are not written to while it is searched.
 *
 * @param bytes a buffer that holds it
 * @param history index of the first byte of the lines just before it that the buffer still holds, at most {@code start}
 * @param start index of its first byte
 * @param end index after its last byte
 * @param open whether it is the beginning of one line that does not end in it
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record Block(byte[] bytes, int history, int start, int end, boolean open) {}
