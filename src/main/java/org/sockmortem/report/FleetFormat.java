package org.sockmortem.report;

import java.io.IOException;
import java.io.Writer;
import org.sockmortem.fleet.story.FleetReport;
import org.sockmortem.report.csv.FleetCsv;
import org.sockmortem.report.json.FleetJson;
import org.sockmortem.report.page.MarkdownPage;
import org.sockmortem.report.page.TextPage;

/** The formats of a fleet's summary. */
public enum FleetFormat {
    /** For a terminal. */
    TEXT("txt"),
    /** For the tickets and wikis of GitHub and GitLab. */
    MARKDOWN("md"),
    /** For programs. */
    JSON("json"),
    /** For spreadsheets, a row a host. */
    CSV("csv");

    private static final int WIDTH = 100;

    private final String extension;

    FleetFormat(String extension) {
        this.extension = extension;
    }

    /** How the names of its files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** Writes the summary, flushes, and leaves the writer open. */
    public void write(FleetReport report, Writer out) throws IOException {
        switch (this) {
            case TEXT -> new FleetPages(new TextPage(out, WIDTH, false)).whole(report);
            case MARKDOWN -> new FleetPages(new MarkdownPage(out)).whole(report);
            case JSON -> FleetJson.write(report, out);
            case CSV -> FleetCsv.write(report, out);
        }
        out.flush();
    }

    /**
     * Writes what is most needed, for whoever waits at a terminal, and leaves the writer open.
     *
     * @param options width and colour
     */
    public static void brief(FleetReport report, ReportOptions options, Writer out) throws IOException {
        new FleetPages(new TextPage(out, options.width(), options.colour())).brief(report);
        out.flush();
    }
}
