package org.sockmortem.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sockmortem.clock.Moment;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.Report;
import org.sockmortem.report.page.Page;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Tone;
import org.sockmortem.report.words.Numbers;
import org.sockmortem.report.words.Sentences;
import org.sockmortem.report.words.Words;

/** What was read and what could not be: nothing is dropped in silence. */
final class CoverageSection {
    /** Of inputs that had nothing to tell, so many are named; an archive may hold thousands. */
    private static final int MOST_SILENT = 20;

    private final Words words;
    private final Sentences sentences;
    private final Page page;

    CoverageSection(Words words, Page page) {
        this.words = words;
        this.page = page;
        sentences = words.sentences();
    }

    void write(Report report) throws IOException {
        Coverage coverage = report.coverage();
        problems(coverage);
        page.heading(1, Tone.STRONG, sentences.say("coverage.title"));
        page.paragraph(
                Tone.PLAIN,
                sentences.say(
                        "coverage",
                        Numbers.grouped(coverage.lines()),
                        Numbers.grouped(coverage.candidates()),
                        Numbers.grouped(coverage.recognised()),
                        Numbers.grouped(coverage.unrecognised())));
        int silent = 0;
        long captured =
                coverage.inputs().stream().filter(CoverageSection::isCaptured).count();
        for (Coverage.Input input : coverage.inputs()) {
            if (captured > MOST_SILENT && isCaptured(input)) {
                continue;
            }
            boolean tells = input.candidates() > 0 || input.damaged();
            if (tells || silent++ < MOST_SILENT) {
                page.item(Tone.PLAIN, input(input));
            }
        }
        if (silent > MOST_SILENT) {
            page.item(Tone.QUIET, sentences.count("coverage.silent", silent - (long) MOST_SILENT));
        }
        if (captured > MOST_SILENT) {
            long readings = coverage.inputs().stream()
                    .filter(CoverageSection::isCaptured)
                    .mapToLong(Coverage.Input::readings)
                    .sum();
            page.item(
                    Tone.PLAIN,
                    sentences.say("coverage.captured", Numbers.grouped(captured), Numbers.grouped(readings)));
        }
        Coverage.Omitted omitted = coverage.omitted();
        if (omitted.empty() > 0) {
            page.item(
                    Tone.QUIET,
                    sentences.say(
                            "coverage.omitted", Numbers.grouped(omitted.empty()), Numbers.grouped(omitted.lines())));
        }
        if (omitted.leftOut() > 0) {
            page.item(Tone.QUIET, sentences.count("coverage.left-out", omitted.leftOut()));
        }
        page.paragraph(Tone.QUIET, sentences.say("coverage.program", report.version()));
    }

    private static boolean isCaptured(Coverage.Input input) {
        return input.kind().equals("snapshot") && input.problem() == null;
    }

    private void problems(Coverage coverage) throws IOException {
        boolean titled = false;
        for (Coverage.Input input : coverage.inputs()) {
            String problem = input.problem();
            if (problem == null || !input.damaged()) {
                continue;
            }
            if (!titled) {
                page.heading(1, Tone.WARNING, sentences.say("problems.title"));
                titled = true;
            }
            page.item(Tone.PLAIN, sentences.say("problem", input.path(), problem));
        }
    }

    private Phrase input(Coverage.Input input) {
        Phrase path = Phrase.plain(input.path());
        if (input.kind().equals("skipped")) {
            return sentences.say("input.skipped", path);
        }
        String remark = input.problem();
        boolean remarked = remark != null && !input.damaged();
        if (remark != null && remarked && input.candidates() == 0) {
            return sentences.say("problem", input.path(), remark);
        }
        List<Phrase> parts = new ArrayList<>();
        parts.add(form(input));
        parts.add(sentences.count("input.lines", input.lines()));
        if (input.candidates() > 0) {
            parts.add(sentences.say(
                    "input.candidates",
                    Numbers.grouped(input.candidates()),
                    Numbers.grouped(input.recognised()),
                    Numbers.grouped(input.unrecognised())));
        }
        Moment first = input.first();
        Moment last = input.last();
        if (first != null && last != null) {
            parts.add(words.moments().span(first, last));
        }
        Phrase listed = sentences.say("input", path, Phrase.joined(", ", parts));
        Phrase read = input.candidates() > 0 && isReckoned(input.format())
                ? sentences.say("input.remarked", listed, sentences.say("input.reckoned"))
                : listed;
        return remark != null && remarked ? sentences.say("input.remarked", read, Phrase.plain(remark)) : read;
    }

    /** Whether dmesg(1) reckoned the wall clock as it ran (sys-utils/dmesg.c of util-linux). */
    private static boolean isReckoned(LogFormat format) {
        return format == LogFormat.DMESG_CTIME || format == LogFormat.DMESG_ISO || format == LogFormat.DMESG_RELTIME;
    }

    private Phrase form(Coverage.Input input) {
        String host = input.host();
        Phrase form = input.kind().equals("snapshot")
                ? sentences.say("input.snapshot")
                : sentences.say("input.log", input.format().id());
        Phrase packed = input.compression().equals("none")
                ? form
                : sentences.say("input.compressed", form, Phrase.plain(input.compression()));
        return host == null ? packed : sentences.say("input.host", packed, Phrase.plain(host));
    }
}
