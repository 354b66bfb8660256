package org.sockmortem.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import org.sockmortem.fleet.HostSink;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.Format;
import org.sockmortem.report.ReportOptions;

/** Each host's report in the formats that the user wants; JSON is always among them. */
final class HostFiles implements HostSink {
    private final List<Format> formats;

    HostFiles(Collection<Format> formats) {
        this.formats = List.copyOf(formats);
    }

    @Override
    public List<String> endings() {
        return formats.stream().map(Format::extension).toList();
    }

    @Override
    public void write(Report report, String ending, Writer out) throws IOException {
        for (Format format : formats) {
            if (format.extension().equals(ending)) {
                format.reporter().write(report, new ReportOptions(false, ProsePrinter.DEFAULT_WIDTH, false), out);
            }
        }
    }
}
