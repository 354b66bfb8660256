package org.sockmortem.report;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;
import org.sockmortem.report.words.LineRanges;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Loss;

/** The captured values that findings rest on, and whose word it is that lines are missing. */
final class ReadingSection {
    private static final int FEW = 40;

    private final Words words;
    private final Sentences sentences;
    private final Page page;

    ReadingSection(Words words, Page page) {
        this.words = words;
        this.page = page;
        sentences = words.sentences();
    }

    void write(HostReport host) throws IOException {
        if (!host.readings().isEmpty()) {
            page.heading(2, Tone.STRONG, sentences.say("readings.title"));
        }
        List<Reading> shown = shown(host);
        for (Reading reading : shown) {
            page.item(Tone.PLAIN, reading(reading));
        }
        int more = host.readings().size() - shown.size();
        if (more > 0) {
            page.item(Tone.QUIET, sentences.count("readings.more", more));
        }
        if (!host.losses().isEmpty()) {
            page.heading(2, Tone.STRONG, sentences.say("losses.title"));
        }
        for (Loss loss : host.losses()) {
            page.item(Tone.PLAIN, words.loss(loss));
        }
    }

    /** All where they are few; of the thousands of an archive those that a finding names or cites. */
    private static List<Reading> shown(HostReport host) {
        if (host.readings().size() <= FEW) {
            return host.readings();
        }
        Set<String> names = new HashSet<>();
        Set<SourceRef> cited = new HashSet<>();
        for (Finding finding : host.findings()) {
            names.addAll(finding.sysctls());
            Stream.concat(finding.because().stream(), finding.against().stream())
                    .flatMap(e -> Stream.ofNullable(e.ref()))
                    .forEach(cited::add);
        }
        return host.readings().stream()
                .filter(r -> names.contains(r.name()) || cited.contains(new SourceRef(r.path(), r.line())))
                .toList();
    }

    private Phrase reading(Reading reading) {
        String value = reading.value();
        Phrase name = Phrase.plain(reading.name());
        Phrase place = Phrase.plain(LineRanges.of(new SourceRef(reading.path(), reading.line())));
        Moment at = reading.takenAt();
        Phrase told = value == null
                ? sentences.say("reading." + reading.state().id(), name, place)
                : sentences.say("reading.known", name, place, Phrase.plain(value));
        return at == null
                ? told
                : sentences.say("reading.taken", told, words.moments().brief(at));
    }
}
