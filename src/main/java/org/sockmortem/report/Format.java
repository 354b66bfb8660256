package org.sockmortem.report;

import java.util.Arrays;
import java.util.Optional;
import org.sockmortem.report.csv.BurstsCsv;
import org.sockmortem.report.json.ReportJson;
import org.sockmortem.report.json.ReportLines;
import org.sockmortem.report.page.JiraPage;
import org.sockmortem.report.page.MarkdownPage;
import org.sockmortem.report.page.TextPage;
import org.sockmortem.report.words.Sentences;

/** The formats by the names that users type. A further one is a constant here and a reporter. */
public enum Format {
    /** For a terminal. */
    TEXT("text", "txt", true),
    /** For the tickets and wikis of GitHub and GitLab. */
    MARKDOWN("markdown", "md", true),
    /** For the tickets of Jira, in its wiki markup. */
    JIRA("jira", "jira", true),
    /** For a browser, and to be attached to a ticket: one file with a timeline to move about in. */
    HTML("html", "html", false),
    /** For programs; {@code schema/report-1.json} describes it. */
    JSON("json", "json", false),
    /** For programs that read line by line: bursts and events, an object each. */
    NDJSON("ndjson", "ndjson", false),
    /** For spreadsheets: bursts, a row each. */
    CSV("csv", "csv", false);

    private final String id;
    private final String extension;
    private final boolean summary;

    Format(String id, String extension, boolean summary) {
        this.id = id;
        this.extension = extension;
        this.summary = summary;
    }

    /** The format of that name, or empty where there is none. */
    public static Optional<Format> ofId(String id) {
        return Arrays.stream(values()).filter(f -> f.id.equals(id)).findFirst();
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    /** How the names of its files end, without the dot. */
    public String extension() {
        return extension;
    }

    /** Whether {@link ReportOptions#summary()} means something to it. */
    public boolean hasSummary() {
        return summary;
    }

    /** What writes it. */
    public Reporter reporter() {
        return switch (this) {
            case TEXT -> new PageReporter((out, options) -> new TextPage(out, options.width(), options.colour()));
            case MARKDOWN -> new PageReporter((out, options) -> new MarkdownPage(out));
            case JIRA -> new PageReporter((out, options) -> new JiraPage(out));
            case HTML -> new HtmlReporter();
            case JSON -> (report, options, out) -> ReportJson.write(report, out);
            case NDJSON ->
                (report, options, out) ->
                        ReportLines.write(report, Sentences.english().word("ndjson.events"), out);
            case CSV -> (report, options, out) -> BurstsCsv.write(report, out);
        };
    }

    @Override
    public String toString() {
        return id;
    }
}
