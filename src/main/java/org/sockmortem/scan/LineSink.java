package org.sockmortem.scan;

/** Takes the candidate lines of one input, in order. */
@FunctionalInterface
public interface LineSink {
    /**
     * One candidate line, without its line end.
     *
     * @param bytes a buffer that holds the line; valid only during the call
     * @param bufferStart index of the first byte of the earliest line that is still whole in the buffer, at most {@code from}; the lines
     *     between are those just before the candidate
     * @param from index of the line's first byte
     * @param to index after its last byte
     * @param line its number in the input, from 1
     */
    void line(byte[] bytes, int bufferStart, int from, int to, long line);

    /**
     * Takes a line that may be no candidate, if it is known at sight to be one: as one that was taken before but for its times and numbers.
     * Parameters are as those of {@link #line}.
     *
     * @return whether it was taken; if not, nobody has looked for a needle in it yet
     */
    default boolean tookKnown(byte[] bytes, int bufferStart, int from, int to, long line) {
        return false;
    }

    /**
     * Takes lines that follow the one which {@link #tookKnown} took last and are the same to the byte.
     *
     * @param times how many they are, at least one
     * @return whether they were taken; if not, they are shown one by one
     */
    default boolean tookAgain(int times) {
        return false;
    }
}
