package org.sockmortem.report;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;
import org.sockmortem.timeline.SignalTotal;

/** What the rest of a host's report rests on: which kernel, which limiter, what its clock tells, and the sums. */
final class HostSection {
    /** So many stretches are told one by one. */
    private static final int MOST_STRETCHES = 20;

    private final Words words;
    private final Sentences sentences;
    private final Page page;

    HostSection(Words words, Page page) {
        this.words = words;
        this.page = page;
        sentences = words.sentences();
    }

    /** Writes it; without a burst the limiter explains nothing and is left out. */
    void write(HostReport host) throws IOException {
        page.heading(1, Tone.STRONG, sentences.say("host.title", host.host()));
        String namedBy = host.namedBy();
        if (namedBy != null) {
            page.paragraph(Tone.QUIET, sentences.say("host.named-by", namedBy));
        }
        if (!host.bursts().isEmpty()) {
            page.paragraph(Tone.PLAIN, kernel(host.kernel()));
            page.paragraph(Tone.PLAIN, rateLimit(host.rateLimit()));
        }
        Phrase clock = clock(host);
        if (!clock.isEmpty()) {
            page.paragraph(Tone.PLAIN, clock);
        }
        boots(host);
        uncovered(host);
        totals(host);
    }

    private void uncovered(HostReport host) throws IOException {
        if (!host.uncovered().isEmpty()) {
            page.label(sentences.say("uncovered"));
        }
        for (HostReport.Stretch stretch :
                host.uncovered().stream().limit(MOST_STRETCHES).toList()) {
            page.item(Tone.PLAIN, words.moments().span(stretch.from(), stretch.to()));
        }
        if (host.uncovered().size() > MOST_STRETCHES) {
            page.item(
                    Tone.QUIET,
                    sentences.count("uncovered.more", host.uncovered().size() - (long) MOST_STRETCHES));
        }
    }

    private Phrase kernel(HostReport.Kernel kernel) {
        String release = kernel.release();
        Phrase known = source(kernel.knownFrom());
        Phrase told = release == null
                ? sentences.say("kernel.unknown")
                : sentences.say("kernel.release", Phrase.plain(release), known);
        return sentences.say(
                "kernel",
                told,
                wording(kernel.wording()),
                Phrase.plain(kernel.limiter().id()));
    }

    private Phrase wording(String wording) {
        return switch (wording) {
            case "<=3.2" -> sentences.say("wording.until-3.2");
            case ">=3.3" -> sentences.say("wording.since-3.3");
            default -> sentences.say("wording.unknown");
        };
    }

    private Phrase rateLimit(HostReport.RateLimit limit) {
        Phrase known = source(limit.knownFrom());
        return limit.intervalSeconds() == 0
                ? sentences.say("rate-limit.off", known)
                : sentences.say(
                        "rate-limit",
                        Phrase.plain(Numbers.grouped(limit.burst())),
                        Phrase.plain(Numbers.plain(limit.intervalSeconds())),
                        known);
    }

    private Phrase source(String knownFrom) {
        Phrase told = sentences.find("source." + knownFrom);
        return told == null ? Phrase.plain(knownFrom) : told;
    }

    /** Said once, so that it need not stand beside every date. */
    private Phrase clock(HostReport host) {
        Moment moment = sample(host);
        if (moment == null) {
            return Phrase.NONE;
        }
        if (!moment.hasWall()) {
            return sentences.say(moment.uptimeMicros() == null ? "clock.none" : "clock.uptime");
        }
        Phrase year = moment.yearKnown() ? Phrase.NONE : sentences.say("clock.no-year");
        Phrase zone = moment.offset() == null ? sentences.say("clock.no-zone") : Phrase.NONE;
        return Phrase.joined(" ", List.of(year, zone));
    }

    /** The moment that stands first in the report. */
    private static @Nullable Moment sample(HostReport host) {
        return host.bursts().isEmpty()
                ? host.lastMoment()
                : host.bursts().get(0).start();
    }

    private void boots(HostReport host) throws IOException {
        boolean told = host.boots().size() > 1
                || host.boots().stream().anyMatch(boot -> boot.start() != null || boot.bootId() != null);
        if (!told) {
            return;
        }
        page.label(sentences.say("boots"));
        for (Boot boot : host.boots()) {
            Moment start = boot.start();
            String id = boot.bootId();
            Phrase began = start == null
                    ? sentences.say("boot.no-start", Integer.toString(boot.index()))
                    : sentences.say(
                            "boot.start",
                            Phrase.plain(Integer.toString(boot.index())),
                            words.moments().full(start));
            page.item(Tone.PLAIN, id == null ? began : sentences.say("boot.id", began, Phrase.plain(id)));
        }
    }

    private void totals(HostReport host) throws IOException {
        if (!host.totals().isEmpty()) {
            page.label(sentences.say("totals"));
        }
        for (SignalTotal total : host.totals()) {
            Phrase counted = total.signal().isContext()
                    ? sentences.count("total.occurrences", total.printed())
                    : words.counted(total.printed(), total.repeated(), total.suppressed());
            Phrase known = host.isAtLeast(total.signal()) ? sentences.say("count.at-least", counted) : counted;
            page.item(Tone.PLAIN, sentences.say("total", words.signal(total.signal()), known));
        }
        if (host.unattributed() > 0) {
            page.item(Tone.PLAIN, sentences.count("total.unattributed", host.unattributed()));
        }
    }
}
