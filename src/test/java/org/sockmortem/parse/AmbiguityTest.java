package org.sockmortem.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.BlockEndState;
import org.antlr.v4.runtime.atn.DecisionState;
import org.antlr.v4.runtime.atn.PlusLoopbackState;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.atn.StarLoopEntryState;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.junit.jupiter.api.Test;
import org.sockmortem.parse.grammar.KernelLogLexer;
import org.sockmortem.parse.grammar.KernelLogParser;

/** The grammar reads a line in one way, and the quick prediction that {@link LineParser} uses reads it as the full one does. */
class AmbiguityTest {
    /**
     * Both readings are one event and the first one wins: a number of lost lines or a field of RFC 5424 may be what stands before it as
     * well, and what follows an ISO stamp of dmesg may follow one of syslog.
     */
    private static final Set<String> EQUAL_CHOICES = Set.of("daemonLoss {3, 4}", "envelope {1, 2}", "line {1, 6}");

    /** Rules in which an optional part, mostly a blank, may belong to what follows as well; the first that can takes it. */
    private static final Set<String> OPTIONAL_PARTS =
            Set.of("line", "consoleLoss", "tcpMessage", "kernelStamps", "envelope", "decoded", "place");

    @Test
    void noLineIsTwoThings() {
        assertThat(ambiguities(false))
                .allSatisfy((rule, lines) ->
                        assertThat(EQUAL_CHOICES).as("%s: %s", rule, lines).contains(rule));
    }

    @Test
    void fewOptionalPartsCouldBelongElsewhere() {
        assertThat(ambiguities(true))
                .allSatisfy((rule, lines) ->
                        assertThat(OPTIONAL_PARTS).as("%s: %s", rule, lines).contains(rule));
    }

    private static Map<String, Set<String>> ambiguities(boolean optional) {
        Map<String, Set<String>> ambiguities = new TreeMap<>();
        for (Sample sample : samples()) {
            Ambiguities found = new Ambiguities();
            KernelLogParser parser = parser(sample.line(), PredictionMode.LL_EXACT_AMBIG_DETECTION);
            parser.addErrorListener(found);
            tree(parser);
            for (String rule : optional ? found.optionalParts : found.choices) {
                ambiguities.computeIfAbsent(rule, r -> new TreeSet<>()).add(sample.toString());
            }
        }
        return ambiguities;
    }

    @Test
    void theQuickPredictionFindsNothingElseThanTheFullOne() {
        Differences all = new Differences();
        for (Sample sample : samples()) {
            String quick = tree(parser(sample.line(), PredictionMode.SLL));
            // what it rejects is tried again with the full one; what it finds must be right
            String full = quick.equals(Said.NOTHING) ? quick : tree(parser(sample.line(), PredictionMode.LL));
            all.expect(sample, full, quick);
        }
        all.areNone();
    }

    @Test
    void theQuickPredictionFindsTheHeaderThatTheFullOneFinds() {
        Differences all = new Differences();
        for (Sample sample : samples()) {
            String quick = parser(sample.line(), PredictionMode.SLL).header().toStringTree(RULES);
            String full = parser(sample.line(), PredictionMode.LL).header().toStringTree(RULES);
            all.expect(sample, full, quick);
        }
        all.areNone();
    }

    private static final List<String> RULES = List.of(KernelLogParser.ruleNames);

    private static List<Sample> samples() {
        return Stream.concat(Sample.all().stream(), Sample.in("headers.txt").stream())
                .toList();
    }

    private static KernelLogParser parser(String line, PredictionMode mode) {
        KernelLogLexer lexer = new KernelLogLexer(CharStreams.fromString(line));
        lexer.removeErrorListeners();
        KernelLogParser parser = new KernelLogParser(new CommonTokenStream(lexer));
        parser.removeErrorListeners();
        parser.setErrorHandler(new BailErrorStrategy());
        parser.getInterpreter().setPredictionMode(mode);
        return parser;
    }

    /** The tree with the names of alternatives left out, or that there is none. */
    private static String tree(KernelLogParser parser) {
        try {
            ParserRuleContext line = parser.line();
            return line.getClass().getSimpleName() + " " + line.toStringTree(RULES);
        } catch (ParseCancellationException e) {
            return Said.NOTHING;
        }
    }

    /** Notes the rules in which two ways through a decision fit the whole input. */
    private static final class Ambiguities extends BaseErrorListener {
        private final Set<String> choices = new TreeSet<>();
        private final Set<String> optionalParts = new TreeSet<>();

        @Override
        public void reportAmbiguity(
                Parser parser, DFA dfa, int from, int to, boolean exact, BitSet alternatives, ATNConfigSet configs) {
            String rule = KernelLogParser.ruleNames[dfa.atnStartState.ruleIndex];
            if (isOptional(dfa.atnStartState)) {
                optionalParts.add(rule);
            } else {
                choices.add(rule + " " + alternatives);
            }
        }

        /** Whether to take a part or leave it is decided there, and not which of several. */
        private static boolean isOptional(DecisionState state) {
            return state instanceof PlusLoopbackState
                    || state instanceof StarLoopEntryState
                    || (state.getNumberOfTransitions() == 2 && state.transition(1).target instanceof BlockEndState);
        }
    }
}
