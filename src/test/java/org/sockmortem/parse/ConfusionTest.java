package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No message is taken for another one, whatever stands before it, and none is believed of a program. */
class ConfusionTest {
    private final LineParser parser = new LineParser();

    @Test
    void oneTextHasOneMeaningInEveryEnvelope() {
        Map<String, Map<String, List<Sample>>> meanings = Sample.recognised().stream()
                .filter(s -> !s.place().contains("notes.txt"))
                .collect(Collectors.groupingBy(
                        this::text,
                        TreeMap::new,
                        Collectors.groupingBy(Sample::expected, TreeMap::new, Collectors.toList())));
        assertThat(meanings)
                .allSatisfy((text, said) -> assertThat(said).as(text).hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[ 8123.412233] ",
                "[ 8123.412233][    C3] ",
                "kern  :warn  : [ 8123.412233] ",
                "Oct 28 21:58:48 web01 kernel: ",
                "Oct 28 21:58:48 kernel: [ 8123.412233] ",
                "2025-10-28T21:58:48.358312+01:00 web01 kernel: ",
                "kernel: "
            })
    void theTextOfEachKernelLineMeansTheSameBehindOtherStamps(String before) {
        Differences all = new Differences();
        for (Sample sample : kernelLines()) {
            // with nothing before it, a name of two words could be the end of any sentence
            if (!before.isEmpty()
                    || beginningIsFixed(sample)
                    || !sample.expected().matches("(\\S+ ){3,}\\S+")) {
                all.expect(sample + " as " + before, sample.expected(), said(before + text(sample)));
            }
        }
        all.areNone();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oct 28 21:58:48 web01 app: ",
                "Oct 28 21:58:48 app: ",
                "Oct 28 21:58:48 web01 app[4711]: ",
                "Oct 28 21:58:48 app[4711]: ",
                "2025-10-28T21:58:48.358312+01:00 web01 app[4711]: ",
                "Oct 28 21:58:48 web01 app[4711]: kernel: ",
                "Oct 28 21:58:48 web01 ssh[9]: Oct 28 21:58:47 db01 kernel: "
            })
    void aProgramThatQuotesAKernelLineSaysNothing(String before) {
        Differences all = new Differences();
        for (Sample sample : kernelLines()) {
            all.expect(sample + " as " + before, Said.NOTHING, said(before + text(sample)));
        }
        all.areNone();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1 - - [28/Oct/2025:21:58:48 +0100] \"GET /?q=",
                "{\"message\":\"",
                "Oct 28 21:58:48 web01 app: ",
                "Oct 28 21:58:48 app: ",
                "[ 8123.412233] app: ",
                "// ",
                "grep: ",
                "a.log: "
            })
    void aTextWhoseBeginningIsFixedBeginsTheLine(String before) {
        Differences all = new Differences();
        for (Sample sample : kernelLines()) {
            if (beginningIsFixed(sample)) {
                all.expect(sample + " as " + before, Said.NOTHING, said(before + text(sample)));
            }
        }
        all.areNone();
    }

    /** Whether the text begins with words of the kernel's, not with a process's name or what another module put before it. */
    private static boolean beginningIsFixed(Sample sample) {
        return !sample.expected().startsWith("other ")
                && !sample.expected().startsWith("clock ")
                && !sample.line().contains("invoked oom-killer")
                && !sample.line().contains("page allocation failure")
                && !sample.expected().startsWith("context process.crash ");
    }

    @Test
    void quotesAndWordsAroundATextUndoIt() {
        Differences all = new Differences();
        for (Sample sample : kernelLines()) {
            if (!sample.expected().startsWith("signal ")) {
                continue;
            }
            String text = text(sample);
            if (text.contains("drop open request")) {
                continue; // ends with a place, which takes what adheres to it
            }
            for (String around : List.of("\"%s\"", "'%s'", "%s again", "see %s", "%s\"", "(%s)", "%s: no", "- %s")) {
                String line = "[ 8123.412233] " + around.replace("%s", text);
                all.expect(line, Said.NOTHING, said(line));
            }
        }
        all.areNone();
    }

    @Test
    void twoTextsOnOneLineAreNone() {
        Differences all = new Differences();
        List<String> texts = kernelLines().stream()
                .filter(s -> s.expected().startsWith("signal "))
                .map(this::text)
                .distinct()
                .toList();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < texts.size(); j += 5) {
                String line = "[ 8123.412233] " + texts.get(i) + " " + texts.get((i + j) % texts.size());
                all.expect(line, Said.NOTHING, said(line));
            }
        }
        all.areNone();
    }

    private static final Set<String> OF_DAEMONS = Set.of("repetition", "loss", "mark", "span", Said.NOTHING);

    private static List<Sample> kernelLines() {
        return Sample.all().stream()
                .filter(s -> !OF_DAEMONS.contains(s.expected().split(" ", 2)[0]))
                .filter(s -> !s.line().matches(".* systemd(?:-coredump)?(?:\\[\\d+])?: .*"))
                .toList();
    }

    /** What the kernel printed, without what stands before it. */
    private String text(Sample sample) {
        Parsed parsed = parser.parse(sample.bytes(), 0, sample.bytes().length);
        return parsed instanceof Parsed.Recognised recognised ? recognised.text() : sample.line();
    }

    private String said(String line) {
        return Said.by(parser, new Sample("", "", line).bytes());
    }
}
