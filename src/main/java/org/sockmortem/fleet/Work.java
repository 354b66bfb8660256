package org.sockmortem.fleet;

import java.io.IOException;

/** Something to be done for one host, apart from all others. */
interface Work {
    /** What it is about, for whoever watches. */
    String path();

    /**
     * Does it, up to drafts.
     *
     * @return puts the drafts into their places
     */
    Result run(Deadline deadline) throws IOException;

    /** Puts down that a limit ended it. */
    void stopped(Done.Limit limit, long allowed) throws IOException;

    /** Puts down that it failed on us. */
    void broken(Throwable bug) throws IOException;

    /** What is there to be put down. */
    interface Result {
        /** Puts it down; gives whether it is a failure. */
        boolean commit() throws IOException;
    }
}
