package org.sockmortem.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sockmortem.diagnosis.Remedy;
import org.sockmortem.diagnosis.RuleBook;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.event.Signal;
import org.sockmortem.report.page.Phrase;
import org.sockmortem.report.page.Phrase.Span;
import org.sockmortem.report.words.Sentences;

class SentencesTest {
    private final Sentences sentences = Sentences.english();

    @Test
    void wordsComeToTheirPlacesAndMachinesWordsAreMarked() {
        assertThat(sentences.say("problem", "a`{1}", "gone").spans())
                .isEqualTo(List.of(new Span("a`{1}", true), new Span(": ", false), new Span("gone", false)));
    }

    @Test
    void aNumberChoosesTheSentence() {
        assertThat(sentences.count("digest.bursts", 1)).isEqualTo(joined("1", " burst"));
        assertThat(sentences.count("digest.bursts", 1_000)).isEqualTo(joined("1,000", " bursts"));
    }

    @Test
    void aKeyThatIsMissingIsABug() {
        assertThatThrownBy(() -> sentences.say("no.such.key")).hasMessageContaining("no.such.key");
        assertThat(sentences.find("no.such.key")).isNull();
    }

    @Test
    void oneAndManyComeInPairs() {
        assertThat(sentences.keys()).allSatisfy(key -> {
            if (key.endsWith(".one")) {
                assertThat(sentences.keys()).contains(key.replaceFirst("one$", "many"));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void everySignalHasItsWords(Signal signal) {
        assertThat(sentences.find("signal." + signal.id())).isNotNull();
    }

    @Test
    void everyCauseHasItsWords() {
        assertThat(RuleBook.causes())
                .allSatisfy(c -> assertThat(sentences.find("cause." + c)).as(c).isNotNull());
    }

    @Test
    void everyKindOfJudgementHasItsWords() {
        for (Verdict verdict : Verdict.values()) {
            assertThat(sentences.keys())
                    .contains("verdict." + verdict.id(), "verdict." + verdict.id() + ".title")
                    .contains("verdict." + verdict.id() + ".means");
        }
        for (Severity severity : Severity.values()) {
            assertThat(sentences.keys()).contains("severity." + severity.id());
        }
        for (Remedy.Kind kind : Remedy.Kind.values()) {
            assertThat(sentences.keys()).contains("action." + kind.id());
        }
    }

    private static Phrase joined(String... parts) {
        return Phrase.joined("", List.of(parts).stream().map(Phrase::plain).toList());
    }
}
