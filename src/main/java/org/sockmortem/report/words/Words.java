package org.sockmortem.report.words;

import java.util.List;
import java.util.Locale;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.event.Signal;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Loss;
import org.sockmortem.timeline.Suppressed;

/** The phrases that several sections need: signals, counts, moments. */
public final class Words {
    private final Sentences sentences;
    private final MomentWords moments;

    public Words(Sentences sentences) {
        this.sentences = sentences;
        moments = new MomentWords(sentences);
    }

    public Sentences sentences() {
        return sentences;
    }

    public MomentWords moments() {
        return moments;
    }

    /** A signal in words and by its id. */
    public Phrase signal(Signal signal) {
        Phrase id = Phrase.code(signal.id());
        Phrase told = sentences.find("signal." + signal.id());
        return told == null ? id : sentences.say("signal.told", told, id);
    }

    /** What a finding is about, in words: its cause, and which of several things that is. */
    public Phrase cause(Finding finding) {
        Phrase told =
                finding.scope() == null ? null : sentences.find("cause." + finding.cause() + "." + finding.scope());
        return told == null ? cause(finding.cause()) : told;
    }

    /** A cause in words, or its id where the sentences do not know it. */
    public Phrase cause(String cause) {
        Phrase told = sentences.find("cause." + cause);
        return told == null ? Phrase.code(cause) : told;
    }

    /** A burst's counts, with "at least" where lines are missing. */
    public Phrase counted(Burst burst) {
        Phrase counts = counted(burst.printed(), burst.repeated(), burst.suppressed());
        return burst.headUnknown() || burst.atLeast() ? sentences.say("count.at-least", counts) : counts;
    }

    /** Counts: {@code 7 printed, 56 suppressed (likely; at most 56, at least 0)}. */
    public Phrase counted(long printed, long repeated, Suppressed suppressed) {
        Phrase counts = sentences.say("count.printed", Numbers.grouped(printed));
        if (repeated > 0) {
            counts = sentences.say("count.and", counts, sentences.say("count.repeated", Numbers.grouped(repeated)));
        }
        return sentences.say("count.and", counts, suppressed(suppressed));
    }

    /** What was lost, where and when, by which line. */
    public Phrase loss(Loss loss) {
        String layer = "loss." + loss.layer().name().toLowerCase(Locale.ROOT);
        Phrase lost = loss.lost() < 0 ? sentences.say(layer + ".some") : sentences.count(layer, loss.lost());
        Phrase when = sentences.say(loss.later() ? "loss.later" : "loss.at", moments.full(loss.at()));
        return sentences.say("loss", lost, when, Phrase.plain(loss.text()), Phrase.plain(LineRanges.of(loss.ref())));
    }

    /** A burst's windows in a row of blocks, and what the highest stands for; nothing where it has none. */
    public Phrase shape(Burst burst, int columns) {
        int windows = burst.windows().size();
        if (windows == 0) {
            return Phrase.NONE;
        }
        Phrase legend = sentences.say(
                windows == 1 ? "shape.one" : "shape.many",
                Numbers.grouped(windows),
                Numbers.grouped(Sparkline.highest(burst.windows())));
        return blocks(Sparkline.of(burst.windows(), columns), legend);
    }

    /** What happened in equal stretches of time, in a row of blocks. */
    public Phrase course(Course course) {
        Phrase legend = sentences.say(
                "shape.course", Numbers.shortSeconds(course.columnMicros()), Numbers.grouped(course.highest()));
        return blocks(Sparkline.of(course.events()), legend);
    }

    private static Phrase blocks(String blocks, Phrase legend) {
        return Phrase.joined(" ", List.of(Phrase.code(blocks), legend.tied()));
    }

    private Phrase suppressed(Suppressed range) {
        if (range.max() == 0) {
            return sentences.say("count.none-suppressed");
        }
        String likely = Numbers.grouped(range.likely());
        return range.min() == range.max()
                ? sentences.say("count.suppressed", likely)
                : sentences.say(
                        "count.suppressed-range", likely, Numbers.grouped(range.max()), Numbers.grouped(range.min()));
    }
}
