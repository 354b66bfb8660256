package org.sockmortem.report;

import java.io.IOException;
import java.io.Writer;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;

/** A post-mortem in prose, for every kind of page: the answer first, then the timeline, the reasons, and what they rest on. */
final class PageReporter implements Reporter {
    private final Medium medium;

    /** What the prose is written on. */
    @FunctionalInterface
    interface Medium {
        Page on(Appendable out, ReportOptions options);
    }

    PageReporter(Medium medium) {
        this.medium = medium;
    }

    @Override
    public void write(Report report, ReportOptions options, Writer out) throws IOException {
        Page page = medium.on(out, options);
        Words words = new Words(Sentences.english());
        if (options.summary()) {
            new Briefing(words, page).write(report);
        } else {
            whole(report, words, page);
        }
        out.flush();
    }

    private static void whole(Report report, Words words, Page page) throws IOException {
        new SummarySection(words, page).write(report);
        for (HostReport host : report.hosts()) {
            if (!isSilent(host)) {
                host(host, words, page);
            }
        }
        new CoverageSection(words, page).write(report);
    }

    /** Everything that is said of a host. */
    static void host(HostReport host, Words words, Page page) throws IOException {
        new HostSection(words, page).write(host);
        new TimelineSection(words, page, host).write();
        new FindingSection(words, page).write(host.findings());
        new ReadingSection(words, page).write(host);
    }

    /** The summary has said all that there is to say. */
    static boolean isSilent(HostReport host) {
        return host.bursts().isEmpty()
                && host.context().isEmpty()
                && host.findings().isEmpty()
                && host.losses().isEmpty()
                && host.readings().isEmpty();
    }
}
