package org.sockmortem.report.explain;

import java.io.IOException;
import java.util.List;
import org.sockmortem.diagnosis.catalogue.SentenceBook;
import org.sockmortem.diagnosis.explain.Topic;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;

/** Explanations in prose, for every kind of page. */
public final class ExplainPage {
    private static final SentenceBook SENTENCES = SentenceBook.of(ExplainPage.class);
    private static final int NAME_COLUMNS = 32;

    private ExplainPage() {}

    /** Writes what can be asked for, by kind. */
    public static void topics(List<Topic> topics, Page page) throws IOException {
        page.paragraph(Tone.PLAIN, Phrase.plain(SENTENCES.say("ask")));
        for (String kind : topics.stream().map(Topic::kind).distinct().toList()) {
            page.heading(2, Tone.STRONG, Phrase.plain(SENTENCES.say("kind." + kind)));
            for (Topic topic : topics) {
                if (topic.kind().equals(kind)) {
                    page.brief(Phrase.code(topic.name()), NAME_COLUMNS, Phrase.plain(title(topic)), Integer.MAX_VALUE);
                }
            }
        }
    }

    /** The title, without the name where that begins it. */
    private static String title(Topic topic) {
        String title = topic.title();
        return title.startsWith(topic.name() + " ")
                ? title.substring(topic.name().length() + 1)
                : title;
    }

    /** Writes an explanation: what it says first, what that rests on after it. */
    public static void page(org.sockmortem.diagnosis.explain.Page explained, Page page) throws IOException {
        page.heading(1, Tone.STRONG, Phrase.plain(explained.topic().title()));
        page.paragraph(
                Tone.QUIET,
                Phrase.plain(SENTENCES.say("kind.of." + explained.topic().kind()) + " ")
                        .and(Phrase.code(explained.topic().name())));
        String heading = "";
        for (var section : explained.sections()) {
            // The table of defaults is a row of sections under one heading.
            if (!section.heading().equals(heading)) {
                heading = section.heading();
                page.label(Phrase.plain(heading));
            }
            page.item(Tone.PLAIN, Phrase.plain(section.text()));
        }
        if (!explained.see().isEmpty()) {
            page.label(Phrase.plain(SENTENCES.say("see")));
            page.item(
                    Tone.PLAIN,
                    Phrase.joined(
                            ", ", explained.see().stream().map(Phrase::code).toList()));
        }
        page.label(Phrase.plain(SENTENCES.say("sources")));
        for (String source : explained.sources()) {
            page.item(Tone.QUIET, Phrase.plain(source));
        }
    }
}
