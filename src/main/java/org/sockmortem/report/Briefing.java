package org.sockmortem.report;

import java.io.IOException;
import java.util.List;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;

/** The whole report on fifteen lines at most, blank ones counted: for the first message in a ticket or a chat. */
final class Briefing {
    /** Lines for hosts that have bursts; two of the fifteen are for the rest of the hosts, one for what could not be read. */
    private static final int HOST_LINES = 12;

    /** Columns of the names beside which one host is told. */
    private static final int NAME_COLUMNS = 10;

    /** Blocks of the one shape; its legend stands on the same line. */
    private static final int SHAPE_COLUMNS = 24;

    private final Words words;
    private final Sentences sentences;
    private final SummarySection summary;
    private final Page page;

    Briefing(Words words, Page page) {
        this.words = words;
        this.page = page;
        sentences = words.sentences();
        summary = new SummarySection(words, page);
    }

    void write(Report report) throws IOException {
        List<HostReport> speaking =
                report.hosts().stream().filter(host -> !host.bursts().isEmpty()).toList();
        if (speaking.isEmpty()) {
            nothing(report);
        } else if (speaking.size() == 1) {
            one(new HostDigest(words, speaking.get(0)));
        } else {
            several(speaking);
        }
        int quiet = report.hosts().size() - speaking.size();
        if (quiet > 0 && !speaking.isEmpty()) {
            line("briefing.others", sentences.count("briefing.quiet", quiet), 1);
        }
        Phrase unread = summary.unread(report.coverage());
        if (!unread.isEmpty()) {
            line("briefing.unread", unread, 1);
        }
    }

    private void nothing(Report report) throws IOException {
        boolean alone = report.hosts().size() == 1;
        line(
                "briefing.what",
                alone
                        ? summary.quiet(report.hosts().get(0))
                        : sentences.say(
                                "briefing.nothing",
                                Numbers.grouped(report.hosts().size())),
                3);
        line("briefing.read", summary.read(report.coverage()), 4);
    }

    private void one(HostDigest digest) throws IOException {
        line("briefing.what", sentences.say("digest.on-host", digest.name(), digest.what()), 2);
        line("briefing.when", digest.when(), 3);
        line("briefing.how-much", digest.howMuch(), 3);
        Phrase shape = digest.shape(Math.min(SHAPE_COLUMNS, page.chartColumns()));
        if (!shape.isEmpty()) {
            line("briefing.shape", shape, 1);
        }
        line("briefing.why", digest.why(), 2);
        Phrase first = digest.first();
        line("briefing.first", first.isEmpty() ? sentences.say("briefing.no-action") : first, 2);
    }

    private void several(List<HostReport> speaking) throws IOException {
        int told = Math.min(speaking.size(), HOST_LINES);
        for (HostReport host : speaking.subList(0, told)) {
            HostDigest digest = new HostDigest(words, host);
            Phrase all = sentences.say("briefing.host", digest.what(), digest.when(), digest.howMuch(), digest.why());
            Phrase first = digest.first();
            page.brief(
                    digest.name(),
                    2,
                    first.isEmpty() ? all : sentences.say("summary.first", all, first),
                    HOST_LINES / told);
        }
        if (told < speaking.size()) {
            line("briefing.others", sentences.count("briefing.more", speaking.size() - told), 1);
        }
    }

    private void line(String name, Phrase text, int mostLines) throws IOException {
        page.brief(sentences.say(name), NAME_COLUMNS, text, mostLines);
    }
}
