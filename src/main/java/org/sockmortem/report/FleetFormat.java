package org.sockmortem.report;

import java.io.IOException;
import java.io.Writer;
import org.sockmortem.fleet.story.FleetReport;
import org.sockmortem.report.page.MarkdownPage;
import org.sockmortem.report.page.TextPage;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;

/** The formats of a fleet's summary that people read. */
public enum FleetFormat {
    /** For a terminal. */
    TEXT("txt"),
    /** For the tickets and wikis of GitHub and GitLab. */
    MARKDOWN("md"),
    /** For a browser. */
    HTML("html");

    private static final int WIDTH = 100;

    private final String extension;

    FleetFormat(String extension) {
        this.extension = extension;
    }

    /** How the names of its files end, without the dot. */
    public String extension() {
        return extension;
    }

    /**
     * Writes the summary, flushes, and leaves the writer open.
     *
     * @param ending of the files that hosts lead to where people follow links
     */
    public void write(FleetReport report, String ending, Writer out) throws IOException {
        FleetWords words = new FleetWords(new Words(Sentences.english()), ending);
        switch (this) {
            case TEXT -> new FleetPages(words, new TextPage(out, WIDTH, false)).whole(report);
            case MARKDOWN -> new FleetPages(words, new MarkdownPage(out)).whole(report);
            case HTML -> new FleetHtml(words, ending).write(report, out);
        }
        out.flush();
    }

    /**
     * Writes what is most needed, for whoever waits at a terminal, and leaves the writer open.
     *
     * @param options width and colour
     */
    public static void brief(FleetReport report, ReportOptions options, Writer out) throws IOException {
        FleetWords words = new FleetWords(new Words(Sentences.english()), Format.JSON.extension());
        new FleetPages(words, new TextPage(out, options.width(), options.colour())).brief(report);
        out.flush();
    }
}
