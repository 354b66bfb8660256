package org.sockmortem.fleet;

/** Told how a batch gets on. Called by several threads at once. */
public interface Watch {
    /** What is going on now. */
    enum Phase {
        /** Each unit by itself. */
        READING,
        /** Hosts that were found in several units, from all of them. */
        JOINING,
        /** The picture of them all. */
        SUMMING_UP
    }

    /**
     * A phase begins.
     *
     * @param toDo how much is to be done in it
     * @param alreadyDone how much more was done by an earlier run
     */
    void phase(Phase phase, long toDo, long alreadyDone);

    /** Work on a path begins. */
    void begin(String path);

    /** It ends. */
    void end(String path, boolean failed);

    /** Something went wrong that nobody but us is to blame for. */
    void bug(String path, Throwable bug);
}
