package org.sockmortem.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;
import org.sockmortem.report.words.LineRanges;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.BurstWindow;
import org.sockmortem.timeline.Citation;

/** A burst's windows and lines. Lines of one wording that follow each other are told as one, each with its place. */
final class EvidenceList {
    /** More windows than these are a shape, not a list. */
    private static final int MOST_WINDOWS = 12;

    private final Words words;
    private final Sentences sentences;
    private final Page page;

    EvidenceList(Words words, Page page) {
        this.words = words;
        this.page = page;
        sentences = words.sentences();
    }

    void write(Burst burst) throws IOException {
        windows(burst);
        if (!burst.evidence().isEmpty()) {
            page.label(sentences.say("evidence.title", burst.id()));
        }
        List<Citation> alike = new ArrayList<>();
        for (Citation citation : burst.evidence()) {
            if (!alike.isEmpty() && !alike.get(0).text().equals(citation.text())) {
                group(alike);
                alike.clear();
            }
            alike.add(citation);
        }
        if (!alike.isEmpty()) {
            group(alike);
        }
        if (burst.evidenceOmitted() > 0) {
            page.item(Tone.QUIET, sentences.count("evidence.omitted", burst.evidenceOmitted()));
        }
    }

    private void windows(Burst burst) throws IOException {
        if (burst.windows().size() > MOST_WINDOWS
                || burst.windows().stream().allMatch(window -> isWhole(window, burst))) {
            return;
        }
        page.label(sentences.say("windows.title", burst.id()));
        for (BurstWindow window : burst.windows()) {
            page.item(
                    Tone.PLAIN,
                    sentences.say(
                            "window",
                            words.moments().brief(window.from()),
                            words.moments().brief(window.to()),
                            Phrase.plain(Numbers.grouped(window.printed())),
                            Phrase.plain(Numbers.grouped(window.suppressed()))));
        }
    }

    /** Whether the window says no more than the burst itself. */
    private static boolean isWhole(BurstWindow window, Burst burst) {
        return window.from().equals(burst.start()) && window.to().equals(burst.end());
    }

    private void group(List<Citation> alike) throws IOException {
        List<SourceRef> refs = alike.stream().map(Citation::ref).toList();
        List<SourceRef> also =
                alike.stream().flatMap(citation -> citation.also().stream()).toList();
        Phrase places = places(refs);
        Phrase text = Phrase.code(alike.get(0).text());
        Phrase cited = alike.size() == 1
                ? sentences.say("evidence.line", places, text)
                : sentences.say("evidence.lines", places, text, Phrase.plain(Numbers.grouped(alike.size())));
        page.item(Tone.QUIET, also.isEmpty() ? cited : sentences.say("evidence.also", cited, places(also)));
    }

    private static Phrase places(List<SourceRef> refs) {
        return Phrase.joined(
                "; ", LineRanges.of(refs).stream().map(Phrase::code).toList());
    }
}
