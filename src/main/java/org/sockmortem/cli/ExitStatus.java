package org.sockmortem.cli;

/** What the process ends with. Where several hold, 70 comes before 2 before 1 before 3. */
final class ExitStatus {
    /** Done, whatever was found. */
    static final int DONE = 0;
    /** {@code --fail-on} was met. */
    static final int FAIL_ON_MET = 1;
    /** Wrong usage, or not one path could be opened. */
    static final int USAGE = 2;
    /** Done, but some input was missing, unreadable or damaged. */
    static final int PARTIAL = 3;
    /** A bug. */
    static final int BUG = 70;

    private ExitStatus() {}
}
