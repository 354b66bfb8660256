package org.sockmortem.report;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.fleet.story.FleetReport;
import org.sockmortem.fleet.story.Rank;
import org.sockmortem.fleet.story.SharedIncident;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.timeline.SignalTotal;

/** A fleet in prose, for every kind of page: what to look at first, what hosts have together, what could not be read. */
final class FleetPages {
    private static final int MOST_RANKED = 20;
    private static final int BRIEF_RANKED = 5;

    private final FleetWords words;
    private final Sentences sentences;
    private final Page page;

    FleetPages(FleetWords words, Page page) {
        this.page = page;
        this.words = words;
        sentences = Sentences.english();
    }

    /** All of it. */
    void whole(FleetReport report) throws IOException {
        page.heading(1, Tone.STRONG, sentences.say("fleet.title"));
        counts(report);
        sections(report);
        page.paragraph(Tone.QUIET, sentences.say("coverage.program", report.version()));
    }

    /** What is under headings. */
    void sections(FleetReport report) throws IOException {
        ranking(report, MOST_RANKED);
        signals(report);
        FleetSections sections = new FleetSections(words, page);
        sections.shared(report);
        sections.clocks(report);
        sections.recurrences(report);
        sections.causes(report);
        sections.kernels(report);
        sections.tooLittle(report);
        sections.unread(report);
    }

    /** A screen of it. */
    void brief(FleetReport report) throws IOException {
        counts(report);
        for (Rank rank : report.ranking().stream().limit(BRIEF_RANKED).toList()) {
            page.item(tone(rank), ranked(rank, report));
        }
        long meant = report.shared().stream().filter(SharedIncident::isMeant).count();
        if (meant > 0) {
            page.paragraph(Tone.PLAIN, sentences.count("fleet.shared.found", meant));
        }
    }

    private void counts(FleetReport report) throws IOException {
        FleetReport.Counts counts = report.counts();
        page.paragraph(
                Tone.PLAIN,
                Phrase.joined(
                        " ",
                        List.of(
                                sentences.count("fleet.hosts", counts.hosts()),
                                sentences.count("fleet.with-bursts", counts.withBursts()))));
        if (counts.partial() + counts.failed() > 0) {
            page.paragraph(
                    Tone.WARNING,
                    sentences.say("fleet.harmed", Numbers.grouped(counts.partial()), Numbers.grouped(counts.failed())));
        }
    }

    private void ranking(FleetReport report, int most) throws IOException {
        if (report.ranking().isEmpty()) {
            return;
        }
        page.heading(2, Tone.STRONG, sentences.say("fleet.ranking.title"));
        int number = 1;
        for (Rank rank : report.ranking().stream().limit(most).toList()) {
            page.step(number++, ranked(rank, report));
        }
        int more = report.counts().withBursts() - most;
        if (more > 0) {
            page.paragraph(Tone.QUIET, sentences.count("fleet.ranking.more", more));
        }
    }

    private Phrase ranked(Rank rank, FleetReport report) {
        String cause = rank.cause();
        Phrase why = cause == null
                ? sentences.say("fleet.rank.no-cause")
                : sentences.say(
                        "fleet.rank.cause",
                        words.words().cause(cause),
                        sentences.say("verdict." + rank.verdict().id()),
                        Phrase.plain(rank.severity().id()));
        Phrase howMuch = rank.incidents() == 0
                ? Phrase.NONE
                : sentences.say(
                        "fleet.rank.events",
                        sentences.count("fleet.events", rank.events()),
                        sentences.count("fleet.incidents", rank.incidents()));
        Phrase last = rank.last() == null ? Phrase.NONE : sentences.say("fleet.rank.last", words.moment(rank.last()));
        Phrase goingOn = rank.goingOn() ? sentences.say("fleet.rank.going-on") : Phrase.NONE;
        Phrase shared = Phrase.joined(
                ", ",
                report.shared().stream()
                        .filter(s -> s.isMeant()
                                && s.starts().stream().anyMatch(m -> m.host().equals(rank.host())))
                        .limit(3)
                        .map(s -> Phrase.plain(s.id()))
                        .toList());
        Phrase together = shared.isEmpty() ? Phrase.NONE : sentences.say("fleet.rank.shared", shared);
        Phrase reasons = Phrase.joined(
                "; ", Stream.of(why, howMuch, last, goingOn, together).toList());
        Phrase told = sentences.say("fleet.rank", words.host(rank.host(), rank.path()), reasons);
        String first = rank.first();
        return first == null ? told : sentences.say("summary.first", told, Phrase.plain(first));
    }

    private static Tone tone(Rank rank) {
        return rank.severity() == Severity.CRITICAL ? Tone.STRONG : Tone.PLAIN;
    }

    private void signals(FleetReport report) throws IOException {
        if (report.signals().isEmpty()) {
            return;
        }
        page.heading(2, Tone.STRONG, sentences.say("fleet.signals.title"));
        for (FleetReport.SignalCount count : report.signals()) {
            page.item(Tone.PLAIN, signal(count));
        }
    }

    private Phrase signal(FleetReport.SignalCount count) {
        SignalTotal total = count.total();
        Phrase signal = words.words().signal(total.signal());
        Phrase hosts = sentences.count("fleet.on-hosts", count.hosts());
        if (total.signal().isContext()) {
            return sentences.say("fleet.signal.context", signal, hosts, Phrase.plain(Numbers.grouped(total.printed())));
        }
        return sentences.say(
                "fleet.signal",
                signal,
                hosts,
                words.words().counted(total.printed(), total.repeated(), total.suppressed()),
                words.moment(count.first()),
                words.moment(count.last()));
    }
}
