package org.sockmortem.parse.words;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.LexerNoViableAltException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.LexerATNSimulator;
import org.antlr.v4.runtime.atn.PredictionContextCache;
import org.antlr.v4.runtime.dfa.DFA;
import org.sockmortem.parse.grammar.KernelLogLexer;

/**
 * Finds the next word as ANTLR's lexer does, the longest one, and of two the one whose rule stands first; but in a table that was made
 * when the program was built. ANTLR would learn the same states one by one, and the virtual machine spend longer on the best code for
 * learning than a whole log takes. Counts no lines: a line has no line ends. Mutable, for one thread.
 */
public final class TableSimulator extends LexerATNSimulator {
    private static final WordTable TABLE = WordTable.ofGrammar();
    private static final char[] QUICK = TABLE.quickClasses();

    /** For a lexer of the kernel log's words. */
    public TableSimulator(KernelLogLexer lexer) {
        super(lexer, lexer.getATN(), new DFA[0], new PredictionContextCache());
    }

    @Override
    public int match(CharStream input, int mode) {
        char[] steps = TABLE.steps();
        char[] types = TABLE.types();
        int width = TABLE.width();
        startIndex = input.index();
        int type = 0;
        int length = 0;
        int state = WordTable.START;
        int ahead = 1;
        for (int next = input.LA(ahead); next != IntStream.EOF; next = input.LA(ahead)) {
            state = steps[state * width + (next < QUICK.length ? QUICK[next] : TABLE.classOf(next))];
            if (state == WordTable.NONE) {
                break;
            }
            if (types[state] != 0) {
                type = types[state];
                length = ahead;
            }
            ahead++;
        }
        if (type == 0) {
            if (ahead == 1 && state == WordTable.START) {
                return Token.EOF;
            }
            throw new LexerNoViableAltException(recog, input, startIndex, null);
        }
        input.seek(startIndex + length);
        return type;
    }
}
