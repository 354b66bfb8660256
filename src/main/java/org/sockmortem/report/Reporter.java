package org.sockmortem.report;

import java.io.IOException;
import java.io.Writer;
import org.sockmortem.postmortem.Report;

/**
 * Writes a report in one format. Without state: one may serve many reports and threads.
 *
 * <p>The same report and options give the same characters everywhere: line ends are {@code \n} (in CSV CR LF), numbers know no locale.
 */
public interface Reporter {
    /**
     * Writes the whole report, flushes, and leaves the writer open.
     *
     * @throws IOException what the writer throws, such as for a closed pipe
     */
    void write(Report report, ReportOptions options, Writer out) throws IOException;
}
