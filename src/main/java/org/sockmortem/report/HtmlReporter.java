package org.sockmortem.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.html.Anchors;
import org.sockmortem.report.html.Frame;
import org.sockmortem.report.html.HtmlDocument;
import org.sockmortem.report.html.HtmlHost;
import org.sockmortem.report.html.HtmlPage;
import org.sockmortem.report.html.LimitBar;
import org.sockmortem.report.html.Section;
import org.sockmortem.report.html.Timeline;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.words.LineRanges;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;
import org.sockmortem.source.SourceRef;

/** The report as one HTML file: the prose of all other formats, with a timeline and bars beside it. */
final class HtmlReporter implements Reporter {
    @Override
    public void write(Report report, ReportOptions options, Writer out) throws IOException {
        Words words = new Words(Sentences.english());
        Anchors anchors = new Anchors(report.hosts());
        List<HtmlHost> hosts = new ArrayList<>();
        for (int i = 0; i < report.hosts().size(); i++) {
            HostReport host = report.hosts().get(i);
            if (!PageReporter.isSilent(host)) {
                hosts.add(host(host, Anchors.host(i), anchors, words));
            }
        }
        HtmlPage coverage = new HtmlPage(anchors, "read");
        new CoverageSection(words, coverage).write(report);
        new HtmlDocument(
                        Frame.withTimeline(words.sentences()),
                        anchors,
                        title(report, words),
                        summary(report, anchors, words),
                        hosts,
                        coverage.whole())
                .write(out);
    }

    private static Phrase title(Report report, Words words) {
        List<Phrase> names = report.hosts().stream()
                .limit(2)
                .map(host -> Phrase.code(host.host()))
                .toList();
        int more = report.hosts().size() - names.size();
        Phrase named = Phrase.joined(", ", names);
        return words.sentences()
                .say(
                        names.isEmpty() ? "html.title.none" : "html.title",
                        more == 0
                                ? named
                                : words.sentences()
                                        .say(
                                                "digest.and",
                                                named,
                                                words.sentences().count("html.hosts", more)));
    }

    /** A card a host that has bursts, a paragraph each other. */
    private static Section summary(Report report, Anchors anchors, Words words) throws IOException {
        HtmlPage page = new HtmlPage(anchors, "summary");
        List<HostReport> speaking =
                report.hosts().stream().filter(host -> !host.bursts().isEmpty()).toList();
        if (speaking.size() <= 1) {
            new Briefing(words, page).write(report);
        } else {
            new SummarySection(words, page).write(report);
        }
        return page.whole();
    }

    private static HtmlHost host(HostReport host, String anchor, Anchors anchors, Words words) throws IOException {
        HtmlPage page = new HtmlPage(anchors, anchor);
        PageReporter.host(host, words, page);
        List<HtmlHost.Titled> timelines = new ArrayList<>();
        for (Timeline timeline : Timeline.of(host, anchors, words)) {
            timelines.add(new HtmlHost.Titled(titleOf(timeline, host, words), timeline));
        }
        List<HtmlHost.Bar> bars = LimitBar.of(host.readings()).stream()
                .map(bar -> bar(bar, words))
                .toList();
        return new HtmlHost(page.whole(), timelines, bars);
    }

    private static Phrase titleOf(Timeline timeline, HostReport host, Words words) {
        Integer boot = timeline.boot();
        return boot == null || host.boots().size() < 2
                ? words.sentences().say("html.timeline", host.host())
                : words.sentences().say("html.timeline.boot", host.host(), Integer.toString(boot));
    }

    private static HtmlHost.Bar bar(LimitBar bar, Words words) {
        Sentences sentences = words.sentences();
        Phrase text = sentences.say(
                "html.bar." + bar.key(),
                Numbers.grouped(bar.value()),
                Numbers.grouped(bar.most()),
                Numbers.rate(bar.thousandths() / 10.0));
        Phrase places = sentences.say(
                "html.bar.places",
                LineRanges.of(new SourceRef(bar.gauge().path(), bar.gauge().line())),
                LineRanges.of(new SourceRef(bar.limit().path(), bar.limit().line())));
        @Nullable Moment at = bar.takenAt();
        Phrase beside = at == null
                ? sentences.say("html.bar.unknown-time", places)
                : sentences.say("html.bar.time", words.moments().full(at), places);
        return new HtmlHost.Bar(bar, text, beside);
    }
}
