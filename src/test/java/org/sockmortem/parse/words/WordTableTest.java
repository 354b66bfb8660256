package org.sockmortem.parse.words;

import static org.assertj.core.api.Assertions.assertThat;

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

    private final KernelLogLexer plain = new KernelLogLexer(CharStreams.fromString(""));
    private final KernelLogLexer quick = new KernelLogLexer(CharStreams.fromString(""));

    WordTableTest() {
        quick.setInterpreter(new TableSimulator(quick));
    }

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
        assertThat(words(quick, "")).isEmpty();
    }

    private static String piece(List<String> lines, Random random) {
        String line = lines.get(random.nextInt(lines.size()));
        int from = random.nextInt(line.length());
        return line.substring(from, from + random.nextInt(line.length() - from + 1));
    }

    private void sameWords(String text) {
        assertThat(words(quick, text)).as(text).isEqualTo(words(plain, text));
    }

    private static List<List<Integer>> words(KernelLogLexer lexer, String text) {
        lexer.setInputStream(CharStreams.fromString(text));
        List<List<Integer>> words = new ArrayList<>();
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            words.add(List.of(token.getType(), token.getStartIndex(), token.getStopIndex()));
        }
        return words;
    }
}
