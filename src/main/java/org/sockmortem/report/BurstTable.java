package org.sockmortem.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.sockmortem.clock.Moment;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.words.LineRanges;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.ContextEvent;

/** An incident's bursts and context events, a row each, in order of time. */
final class BurstTable {
    private static final List<String> COLUMNS =
            List.of("what", "from", "last", "end", "counted", "peak", "shape", "note");

    private final Words words;
    private final Sentences sentences;
    private final Page page;
    private final HostReport host;

    BurstTable(Words words, Page page, HostReport host) {
        this.words = words;
        this.page = page;
        this.host = host;
        sentences = words.sentences();
    }

    private record Row(Moment at, List<Phrase> cells) {}

    void write(List<Burst> bursts, List<ContextEvent> context) throws IOException {
        List<List<Phrase>> rows = Stream.concat(
                        context.stream().map(this::row), bursts.stream().map(this::row))
                .sorted(Comparator.comparing(Row::at))
                .map(Row::cells)
                .toList();
        page.table(COLUMNS.stream().map(name -> sentences.say("column." + name)).toList(), rows);
    }

    /** A context event in words: what, and whom it met. */
    Phrase context(ContextEvent event) {
        String detail = event.detail();
        Phrase signal = words.signal(event.signal());
        return detail == null ? signal : sentences.say("context.detail", signal, Phrase.plain(detail));
    }

    private Row row(ContextEvent event) {
        Phrase place = Phrase.code(LineRanges.of(event.citation().ref()));
        List<Phrase> cells =
                new ArrayList<>(List.of(context(event), words.moments().full(event.at())));
        while (cells.size() < COLUMNS.size() - 1) {
            cells.add(Phrase.NONE);
        }
        cells.add(sentences.say("note.context", place));
        return new Row(event.at(), cells);
    }

    private Row row(Burst burst) {
        Double peak = burst.peakPerSecond();
        return new Row(
                burst.start(),
                List.of(
                        what(burst),
                        words.moments().full(burst.start()),
                        words.moments().brief(burst.lastPrinted()),
                        words.moments().brief(burst.end()),
                        words.counted(burst),
                        peak == null ? Phrase.NONE : sentences.say("burst.peak", Numbers.rate(peak)),
                        words.shape(burst, page.chartColumns()),
                        Phrase.joined(" ", notes(burst))));
    }

    private Phrase what(Burst burst) {
        Phrase what = sentences.say("burst.what", Phrase.code(burst.id()), words.signal(burst.signal()));
        return host.boots().size() > 1
                ? sentences.say("burst.boot", what, Phrase.plain(Integer.toString(burst.boot())))
                : what;
    }

    private List<Phrase> notes(Burst burst) {
        List<Phrase> notes = new ArrayList<>();
        if (burst.headUnknown()) {
            notes.add(sentences.say("note.head"));
        }
        if (burst.atLeast()) {
            notes.add(sentences.say("note.at-least"));
        }
        if (burst.tailUnknown()) {
            notes.add(sentences.say("note.tail", words.moments().brief(burst.end())));
        }
        if (reachesLogEnd(burst)) {
            notes.add(sentences.say("note.going-on"));
        }
        return notes;
    }

    /** Whether the log stops before the burst's last window does. */
    private boolean reachesLogEnd(Burst burst) {
        Moment logEnd = host.lastMoment();
        boolean lastBoot = host.boots().stream().noneMatch(boot -> boot.index() > burst.boot());
        return burst.tailUnknown() && lastBoot && logEnd != null && burst.end().compareTo(logEnd) >= 0;
    }
}
