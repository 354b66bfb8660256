package org.sockmortem.parse.words;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.dfa.DFA;
import org.antlr.v4.runtime.dfa.DFAState;
import org.antlr.v4.runtime.misc.Interval;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.sockmortem.parse.grammar.KernelLogLexer;

/**
 * Works out all states of the lexer, as ANTLR would find them one by one, and writes them as a {@link WordTable}. The build runs it after
 * the generated lexer is compiled. The grammar must have one mode, no predicates and no actions, and stays the one description of a word.
 */
public final class WordTableWriter extends LexerATNSimulator {
    private static final int PAST_UNICODE = Character.MAX_CODE_POINT + 1;

    private final Map<DFAState, Integer> numbers = new HashMap<>();
    private final Deque<DFAState> open = new ArrayDeque<>();

    private WordTableWriter(KernelLogLexer lexer) {
        super(
                lexer,
                lexer.getATN(),
                new DFA[] {new DFA(lexer.getATN().modeToStartState.get(0))},
                new PredictionContextCache());
    }

    /**
     * Writes the table.
     *
     * @param args the folder of the compiled classes
     * @throws IOException if it cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0])
                .resolve(WordTableWriter.class.getPackageName().replace('.', '/'))
                .resolve(WordTable.NAME);
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            table().write(out);
        }
    }

    /** The table of the grammar as it is compiled. */
    static WordTable table() {
        KernelLogLexer lexer = new KernelLogLexer(CharStreams.fromString(""));
        if (lexer.getATN().modeToStartState.size() != 1) {
            throw new IllegalStateException("a lexer of several modes has several tables");
        }
        return new WordTableWriter(lexer).work();
    }

    @SuppressWarnings("ReferenceEquality") // ERROR is one object
    private WordTable work() {
        List<IntervalSet> labels = labels();
        List<Integer> starts = new ArrayList<>();
        List<Integer> classes = new ArrayList<>();
        List<Integer> examples = new ArrayList<>();
        Map<BitSet, Integer> known = new HashMap<>();
        for (int start : bounds(labels)) {
            Integer kind = known.computeIfAbsent(members(labels, start), k -> {
                examples.add(start);
                return examples.size() - 1;
            });
            starts.add(start);
            classes.add(kind);
        }
        StringBuilder steps = new StringBuilder();
        StringBuilder types = new StringBuilder();
        // asked by predicates alone, of which there are none
        CharStream nothing = CharStreams.fromString("");
        number(addDFAState(computeStartState(nothing, atn.modeToStartState.get(0))));
        for (DFAState state = open.poll(); state != null; state = open.poll()) {
            types.append((char) (state.isAcceptState ? state.prediction : 0));
            for (int example : examples) {
                DFAState target = computeTargetState(nothing, state, example);
                steps.append((char) (target == ERROR ? WordTable.NONE : number(target)));
            }
        }
        return new WordTable(
                starts.stream().mapToInt(Integer::intValue).toArray(),
                chars(classes),
                examples.size(),
                steps.toString().toCharArray(),
                types.toString().toCharArray());
    }

    /** In the order in which they are found, which is always the same. */
    private int number(DFAState state) {
        Integer known = numbers.get(state);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == WordTable.NONE) {
            throw new IllegalStateException("more states than a table can number");
        }
        numbers.put(state, number);
        open.add(state);
        return number;
    }

    /** Every set of characters that a rule asks for. */
    private List<IntervalSet> labels() {
        Set<IntervalSet> labels = new LinkedHashSet<>();
        for (ATNState state : atn.states) {
            for (Transition transition : state == null ? new Transition[0] : state.getTransitions()) {
                if (transition.getSerializationType() == Transition.PREDICATE
                        || transition.getSerializationType() == Transition.ACTION) {
                    throw new IllegalStateException("a table asks no predicate and does nothing");
                }
                if (!transition.isEpsilon()) {
                    labels.add(asked(transition));
                }
            }
        }
        return List.copyOf(labels);
    }

    private static IntervalSet asked(Transition transition) {
        IntervalSet all = IntervalSet.of(0, Character.MAX_CODE_POINT);
        return switch (transition.getSerializationType()) {
            case Transition.WILDCARD -> all;
            case Transition.NOT_SET -> all.subtract(transition.label());
            default -> transition.label();
        };
    }

    /** Where a character may be of another class than the one before it. */
    private static Set<Integer> bounds(List<IntervalSet> labels) {
        Set<Integer> bounds = new TreeSet<>();
        bounds.add(0);
        for (IntervalSet label : labels) {
            for (Interval interval : label.getIntervals()) {
                bounds.add(interval.a);
                bounds.add(interval.b + 1);
            }
        }
        bounds.remove(PAST_UNICODE);
        return bounds;
    }

    private static BitSet members(List<IntervalSet> labels, int codePoint) {
        BitSet members = new BitSet();
        for (int i = 0; i < labels.size(); i++) {
            members.set(i, labels.get(i).contains(codePoint));
        }
        return members;
    }

    private static char[] chars(List<Integer> values) {
        StringBuilder chars = new StringBuilder();
        values.forEach(v -> chars.append((char) v.intValue()));
        return chars.toString().toCharArray();
    }
}
