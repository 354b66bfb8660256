package org.sockmortem.report;

import java.io.IOException;
import java.util.List;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;
import org.sockmortem.timeline.SignalTotal;

/** What a reader needs who reads no further: a paragraph a host. */
final class SummarySection {
    /** So many logs are named in a sentence. */
    private static final int MOST_NAMED = 3;

    private final Words words;
    private final Sentences sentences;
    private final Page page;

    SummarySection(Words words, Page page) {
        this.words = words;
        this.page = page;
        sentences = words.sentences();
    }

    void write(Report report) throws IOException {
        page.heading(1, Tone.STRONG, sentences.say("summary.title"));
        List<HostReport> speaking =
                report.hosts().stream().filter(host -> !host.bursts().isEmpty()).toList();
        for (HostReport host : speaking) {
            page.paragraph(tone(host), paragraph(host));
        }
        for (HostReport host : report.hosts()) {
            if (host.bursts().isEmpty()) {
                page.paragraph(Tone.PLAIN, quiet(host));
            }
        }
        if (speaking.isEmpty()) {
            page.paragraph(Tone.PLAIN, sentences.say("summary.read", read(report.coverage())));
        }
        Phrase unread = unread(report.coverage());
        if (!unread.isEmpty()) {
            page.paragraph(Tone.WARNING, unread);
        }
    }

    private Phrase paragraph(HostReport host) {
        HostDigest digest = new HostDigest(words, host);
        Phrase told = sentences.say(
                "summary.host", digest.name(), digest.what(), digest.when(), digest.howMuch(), digest.why());
        Phrase first = digest.first();
        return first.isEmpty() ? told : sentences.say("summary.first", told, first);
    }

    /** A host without a burst; what else its kernel said is told, for it may be the answer. */
    Phrase quiet(HostReport host) {
        List<Phrase> context = host.totals().stream()
                .filter(total -> total.signal().isContext())
                .map(this::occurrences)
                .toList();
        Phrase told = context.isEmpty()
                ? sentences.say("summary.quiet", host.host())
                : sentences.say("summary.quiet-but", Phrase.plain(host.host()), Phrase.joined(", ", context));
        boolean tells = host.findings().stream()
                .anyMatch(finding -> finding.verdict() == Verdict.CONFIRMED
                        || finding.severity().compareTo(Severity.WARNING) >= 0);
        HostDigest digest = new HostDigest(words, host);
        return tells ? sentences.say("summary.quiet-found", told, digest.why(), digest.first()) : told;
    }

    private Phrase occurrences(SignalTotal total) {
        return sentences.say(
                "count.occurrences",
                Phrase.plain(Numbers.grouped(total.printed())),
                Phrase.code(total.signal().id()));
    }

    /** What was read, for a reader who wonders whether nothing was found or nothing was there. */
    Phrase read(Coverage coverage) {
        List<Phrase> logs = coverage.inputs().stream()
                .filter(input -> input.kind().equals("log"))
                .map(input -> Phrase.code(input.path()))
                .toList();
        if (logs.isEmpty()) {
            return sentences.count("read.no-log", coverage.inputs().size());
        }
        Phrase named = logs.size() > MOST_NAMED
                ? Phrase.joined(", ", logs.subList(0, MOST_NAMED)).and(Phrase.plain(", …"))
                : Phrase.joined(", ", logs);
        return sentences.say(
                "read",
                sentences.count("read.logs", logs.size()),
                named,
                sentences.count("input.lines", coverage.lines()),
                sentences.count("read.candidates", coverage.candidates()));
    }

    /** How many inputs could not be read to their end; nothing where all could. */
    Phrase unread(Coverage coverage) {
        long problems =
                coverage.inputs().stream().filter(Coverage.Input::damaged).count();
        return problems == 0 ? Phrase.NONE : sentences.count("summary.unread", problems);
    }

    private static Tone tone(HostReport host) {
        return host.findings().stream()
                        .findFirst()
                        .filter(finding -> finding.severity() == Severity.CRITICAL)
                        .isPresent()
                ? Tone.STRONG
                : Tone.PLAIN;
    }
}
