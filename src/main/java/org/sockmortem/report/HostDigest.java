package org.sockmortem.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.words.Course;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.SignalTotal;

/** A host in few words: what, when, how much, why, what to do first. */
final class HostDigest {
    /** More than that is a list, not a sentence. */
    private static final int MOST_SIGNALS = 3;

    private final Words words;
    private final Sentences sentences;
    private final HostReport host;
    private final Optional<Finding> foremost;

    HostDigest(Words words, HostReport host) {
        this.words = words;
        this.host = host;
        sentences = words.sentences();
        foremost = host.findings().stream()
                .filter(finding -> finding.verdict() != Verdict.RULED_OUT)
                .findFirst();
    }

    Phrase name() {
        return Phrase.code(host.host());
    }

    Phrase what() {
        List<Phrase> signals = burstTotals().stream()
                .map(total -> words.signal(total.signal()))
                .toList();
        return sentences.say(
                "digest.what",
                some(signals),
                sentences.count("digest.bursts", host.bursts().size()),
                sentences.count("digest.incidents", host.incidents().size()));
    }

    Phrase when() {
        Burst first = host.bursts().get(0);
        Burst last = first;
        for (Burst burst : host.bursts()) {
            boolean later = burst.boot() == last.boot() && burst.end().compareTo(last.end()) > 0;
            last = later || burst.boot() > last.boot() ? burst : last;
        }
        Phrase span = words.moments().span(first.start(), last.end());
        return first.boot() == last.boot() ? span : sentences.say("digest.boots", span);
    }

    Phrase howMuch() {
        List<Phrase> counts = new ArrayList<>();
        List<SignalTotal> totals = burstTotals();
        for (SignalTotal total : totals) {
            Phrase counted = words.counted(total.printed(), total.repeated(), total.suppressed());
            Phrase bounded = host.isAtLeast(total.signal()) ? sentences.say("count.at-least", counted) : counted;
            counts.add(
                    totals.size() == 1
                            ? bounded
                            : sentences.say(
                                    "digest.of-signal",
                                    Phrase.code(total.signal().id()),
                                    bounded));
        }
        Phrase told = some(counts);
        return host.bursts().stream().anyMatch(Burst::tailUnknown) ? sentences.say("digest.tail", told) : told;
    }

    /** The course of its bursts in a row of blocks; nothing where there are no two windows to compare. */
    Phrase shape(int columns) {
        Burst largest = host.bursts().stream()
                .max(Comparator.comparingLong(Burst::likelyEvents))
                .orElseThrow();
        List<Burst> boot = host.bursts().stream()
                .filter(burst -> burst.boot() == largest.boot())
                .toList();
        return boot.size() > 1
                ? words.course(Course.of(boot, columns))
                : largest.windows().size() > 1 ? words.shape(largest, columns) : Phrase.NONE;
    }

    Phrase why() {
        if (foremost.isEmpty()) {
            return sentences.say("digest.no-finding");
        }
        Phrase why = sentences.say(
                "digest.why",
                Phrase.plain(
                        sentences.word("verdict." + foremost.get().verdict().id())),
                words.cause(foremost.get()));
        int further = (int) host.findings().stream()
                        .filter(finding -> finding.verdict() != Verdict.RULED_OUT)
                        .count()
                - 1;
        return further == 0 ? why : sentences.say("digest.and", why, sentences.count("digest.findings", further));
    }

    /** What to do first; nothing where no finding tells. */
    Phrase first() {
        return foremost.flatMap(finding -> finding.actions().stream().findFirst())
                .map(remedy -> Phrase.plain(remedy.text()))
                .orElse(Phrase.NONE);
    }

    private List<SignalTotal> burstTotals() {
        return host.totals().stream()
                .filter(total -> host.bursts().stream().anyMatch(burst -> burst.signal() == total.signal()))
                .toList();
    }

    private Phrase some(List<Phrase> all) {
        if (all.size() <= MOST_SIGNALS) {
            return Phrase.joined("; ", all);
        }
        Phrase told = Phrase.joined("; ", all.subList(0, MOST_SIGNALS));
        return sentences.say("digest.and", told, sentences.count("digest.signals", all.size() - MOST_SIGNALS));
    }
}
