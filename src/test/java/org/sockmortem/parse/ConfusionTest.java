package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.event.KernelEvent;

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
        SoftAssertions all = new SoftAssertions();
        for (Sample sample : kernelLines()) {
            all.assertThat(said(before + text(sample)))
                    .as("%s as %s", sample, before)
                    .isEqualTo(sample.expected());
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Oct 28 21:58:48 web01 app: ",
                "Oct 28 21:58:48 web01 app[4711]: ",
                "Oct 28 21:58:48 app[4711]: ",
                "2025-10-28T21:58:48.358312+01:00 web01 app[4711]: ",
                "Oct 28 21:58:48 web01 app[4711]: kernel: ",
                "Oct 28 21:58:48 web01 ssh[9]: Oct 28 21:58:47 db01 kernel: "
            })
    void aProgramThatQuotesAKernelLineSaysNothing(String before) {
        SoftAssertions all = new SoftAssertions();
        for (Sample sample : kernelLines()) {
            all.assertThat(said(before + text(sample)))
                    .as("%s as %s", sample, before)
                    .isEqualTo(Said.NOTHING);
        }
        all.assertAll();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.1 - - [28/Oct/2025:21:58:48 +0100] \"GET /?q=",
                "{\"message\":\"",
                "// ",
                "grep: ",
                "a.log: "
            })
    void aTextWhoseBeginningIsFixedBeginsTheLine(String before) {
        SoftAssertions all = new SoftAssertions();
        for (Sample sample : kernelLines()) {
            if (beginningIsFixed(sample)) {
                all.assertThat(said(before + text(sample)))
                        .as("%s as %s", sample, before)
                        .isEqualTo(Said.NOTHING);
            }
        }
        all.assertAll();
    }

    /** Whether the text begins with words of the kernel's, not with a process's name or what another module put before it. */
    private static boolean beginningIsFixed(Sample sample) {
        return !sample.expected().startsWith("other ")
                && !sample.line().contains("invoked oom-killer")
                && !sample.line().contains("page allocation failure");
    }

    @Test
    void quotesAndWordsAroundATextUndoIt() {
        SoftAssertions all = new SoftAssertions();
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
                all.assertThat(said(line)).as("%s in %s", sample, line).isEqualTo(Said.NOTHING);
            }
        }
        all.assertAll();
    }

    @Test
    void twoTextsOnOneLineAreNone() {
        SoftAssertions all = new SoftAssertions();
        List<Sample> signals = kernelLines().stream()
                .filter(s -> s.expected().startsWith("signal "))
                .toList();
        for (Sample first : signals) {
            for (Sample second : signals) {
                String line = "[ 8123.412233] " + text(first) + " " + text(second);
                all.assertThat(said(line)).as(line).isEqualTo(Said.NOTHING);
            }
        }
        all.assertAll();
    }

    private List<Sample> kernelLines() {
        return Sample.recognised().stream()
                .filter(s -> !s.expected().startsWith("repetition ")
                        && !s.expected().startsWith("loss ")
                        && parser.parse(s.bytes(), 0, s.bytes().length) instanceof Parsed.Recognised)
                .toList();
    }

    /** What the kernel printed, without what stands before it. */
    private String text(Sample sample) {
        Parsed parsed = parser.parse(sample.bytes(), 0, sample.bytes().length);
        return parsed instanceof Parsed.Recognised recognised && !(recognised.event() instanceof KernelEvent.LossNote)
                ? recognised.text()
                : sample.line();
    }

    private String said(String line) {
        return Said.by(parser, new Sample("", "", line).bytes());
    }
}
