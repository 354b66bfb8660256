package org.sockmortem.fleet;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.sockmortem.postmortem.Report;

/** Where the report on each finished host goes. Called by several threads at once, for different hosts. */
public interface HostSink {
    /** The endings of the files that a host's report is written to, without the dot; the first is the one that others link to. */
    List<String> endings();

    /**
     * Writes the report on one host, and leaves the writer open.
     *
     * @param ending one of {@link #endings()}
     */
    void write(Report report, String ending, Writer out) throws IOException;
}
