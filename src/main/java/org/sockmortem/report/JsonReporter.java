package org.sockmortem.report;

import java.io.IOException;
import java.io.Writer;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.json.ReportJson;

/** The report for programs. Looks the same whatever the options. */
final class JsonReporter implements Reporter {
    @Override
    public void write(Report report, ReportOptions options, Writer out) throws IOException {
        ReportJson.write(report, out);
    }
}
