package org.sockmortem.report;

import java.io.IOException;
import java.util.List;
import org.sockmortem.diagnosis.Evidence;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.Remedy;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;
import org.sockmortem.report.words.LineRanges;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;
import org.sockmortem.source.SourceRef;

/** Why, how sure that is and on what it rests, and what to do. */
final class FindingSection {
    /** Of more names than these half as many are told, and how many there are besides. */
    private static final int MOST_NAMES = 20;

    private final Words words;
    private final Sentences sentences;
    private final Page page;

    FindingSection(Words words, Page page) {
        this.words = words;
        this.page = page;
        sentences = words.sentences();
    }

    void write(List<Finding> findings) throws IOException {
        if (findings.isEmpty()) {
            return;
        }
        page.heading(2, Tone.STRONG, sentences.say("findings.title"));
        for (Finding finding : findings) {
            finding(finding);
        }
    }

    private void finding(Finding finding) throws IOException {
        Phrase verdict =
                Phrase.plain(sentences.word("verdict." + finding.verdict().id() + ".title"));
        page.about(finding.id());
        page.heading(3, tone(finding), sentences.say("finding.title", verdict, words.cause(finding)));
        Phrase told = sentences.say(
                "finding.is",
                Phrase.plain(finding.id()),
                Phrase.plain(finding.cause()),
                sentences.say("severity." + finding.severity().id()),
                sentences.say("verdict." + finding.verdict().id() + ".means"));
        page.paragraph(
                Tone.PLAIN,
                Phrase.joined(
                        " ",
                        List.of(
                                told,
                                named("finding.bursts", finding.bursts()),
                                named("finding.sysctls", finding.sysctls()))));
        evidence("finding.because", finding.because());
        evidence("finding.against", finding.against());
        evidence("finding.missing", finding.missing());
        actions(finding.actions());
    }

    private void evidence(String title, List<Evidence> all) throws IOException {
        if (all.isEmpty()) {
            return;
        }
        page.label(sentences.say(title));
        for (Evidence evidence : all) {
            SourceRef ref = evidence.ref();
            Phrase text = Phrase.plain(evidence.text());
            page.item(
                    Tone.PLAIN,
                    ref == null ? text : sentences.say("finding.evidence", text, Phrase.plain(LineRanges.of(ref))));
        }
    }

    private void actions(List<Remedy> actions) throws IOException {
        if (actions.isEmpty()) {
            return;
        }
        page.label(sentences.say("finding.actions"));
        for (int i = 0; i < actions.size(); i++) {
            Remedy action = actions.get(i);
            page.step(
                    i + 1,
                    sentences.say(
                            "action",
                            Phrase.plain(
                                    sentences.word("action." + action.kind().id())),
                            Phrase.plain(action.text())));
            page.commands(action.set().entrySet().stream()
                    .map(setting -> setting.getKey() + " = " + setting.getValue())
                    .toList());
        }
    }

    /** A sentence about names, of many the first; nothing where there are none. */
    private Phrase named(String key, List<String> names) {
        if (names.isEmpty()) {
            return Phrase.NONE;
        }
        int told = names.size() > MOST_NAMES ? MOST_NAMES / 2 : names.size();
        Phrase list = Phrase.joined(
                ", ", names.subList(0, told).stream().map(Phrase::code).toList());
        return sentences.say(
                key,
                told == names.size()
                        ? list
                        : sentences.say("digest.and", list, sentences.count("finding.more", names.size() - told)));
    }

    private static Tone tone(Finding finding) {
        if (finding.verdict() == Verdict.RULED_OUT || finding.severity() == Severity.INFO) {
            return Tone.STRONG;
        }
        return finding.severity() == Severity.CRITICAL ? Tone.CRITICAL : Tone.WARNING;
    }
}
