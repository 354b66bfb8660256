package org.sockmortem.parse.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sockmortem.parse.Sample;
import org.sockmortem.parse.grammar.KernelLogLexer;

/** The table finds the words that ANTLR's own lexer finds, in whatever text. */
class WordTableTest {
    private static final int ROUNDS = 2_000;
    private static final String SCRIPTS = "äß日本月Окт\u00A0\u0660\uD83D\uDE00\uD835\uDC00\uD800";

    private final KernelLogLexer lexer = new KernelLogLexer(CharStreams.fromString(""));

    @Test
    void theBuildLeftTheTableOfThisGrammar() {
        WordTable built = WordTable.ofGrammar();
        WordTable now = WordTableWriter.table();
        assertThat(built.classStarts()).isEqualTo(now.classStarts());
        assertThat(built.classes()).isEqualTo(now.classes());
        assertThat(built.steps()).isEqualTo(now.steps());
        assertThat(built.types()).isEqualTo(now.types());
    }

    @Test
    void samplesHaveTheSameWords() {
        List<Sample> samples = new ArrayList<>(Sample.all());
        samples.addAll(Sample.in("headers.txt"));
        assertThat(samples).hasSizeGreaterThan(100).allSatisfy(s -> sameWords(s.line()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void samplesInPiecesHaveTheSameWords(long seed) {
        Random random = new Random(seed);
        List<String> lines = Sample.all().stream().map(Sample::line).toList();
        for (int i = 0; i < ROUNDS; i++) {
            sameWords(piece(lines, random)
                    + piece(lines, random)
                    + SCRIPTS.charAt(random.nextInt(SCRIPTS.length()))
                    + piece(lines, random));
        }
    }

    @Test
    void everyCharacterHasTheSameWordAlone() {
        IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .forEach(c -> sameWords(Character.toString(c)));
    }

    @Test
    void nothingHasNoWord() {
        Words none = new Words("");
        assertThat(none.LA(1)).isEqualTo(Token.EOF);
        assertThatThrownBy(none::consume).isInstanceOf(IllegalStateException.class);
    }

    private static String piece(List<String> lines, Random random) {
        String line = lines.get(random.nextInt(lines.size()));
        int from = random.nextInt(line.length());
        return line.substring(from, from + random.nextInt(line.length() - from + 1));
    }

    private void sameWords(String text) {
        assertThat(found(text)).as(text).isEqualTo(expected(text));
    }

    private static List<String> found(String text) {
        Words words = new Words(text);
        return IntStream.range(0, words.size() - 1)
                .mapToObj(words::get)
                .map(w -> w.getType() + " " + w.getText())
                .toList();
    }

    private List<String> expected(String text) {
        lexer.setInputStream(CharStreams.fromString(text));
        List<String> words = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            words.add(token.getType() + " " + token.getText());
        }
        return words;
    }
}
