package org.sockmortem.snapshot;

/** Reads one form of captured text, line by line, into what it was given for its readings. Lines of other forms it passes over. */
interface LineReader {
    /** The next line that is not blank, without its end, and its number from 1. */
    void line(String line, long number);

    /**
     * After the last line.
     *
     * @param whole whether nothing in the text says that it broke off or that part of it was refused; what was counted is worth nothing otherwise
     */
    default void end(boolean whole) {}
}
