package org.sockmortem.parse.words;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The words of a line, for the parser: at each place the longest word, and of two of one length the one whose rule stands first. They are
 * the words that ANTLR's lexer finds, looked up in a table that was made when the program was built; the lexer would learn the same
 * states one by one in every process, and the virtual machine spend longer on the best code for learning than a log takes to be read.
 * Mutable, for one thread.
 */
public final class Words implements TokenStream {
    private static final WordTable TABLE = WordTable.ofGrammar();
    private static final char[] QUICK = TABLE.quickClasses();

    private final String line;
    private final List<Word> all = new ArrayList<>();
    private int at;

    /** The words of a line. */
    public Words(String line) {
        this.line = line;
        int from = 0;
        while (from < line.length()) {
            from = add(from);
        }
        all.add(new Word(line, EOF, all.size(), from, from));
    }

    /** Adds the word that begins there; where it ends. */
    private int add(int from) {
        char[] steps = TABLE.steps();
        char[] types = TABLE.types();
        int width = TABLE.width();
        int type = 0;
        int to = from;
        int state = WordTable.START;
        for (int i = from; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            state = steps[state * width + (codePoint < QUICK.length ? QUICK[codePoint] : TABLE.classOf(codePoint))];
            if (state == WordTable.NONE) {
                break;
            }
            i += Character.charCount(codePoint);
            if (types[state] != 0) {
                type = types[state];
                to = i;
            }
        }
        if (type == 0) {
            throw new IllegalStateException("a grammar whose last rule takes any character knows every one");
        }
        all.add(new Word(line, type, all.size(), from, to));
        return to;
    }

    @Override
    public @Nullable Token LT(int k) {
        int index = k > 0 ? at + k - 1 : at + k;
        return k == 0 || index < 0 ? null : get(Math.min(index, all.size() - 1));
    }

    @Override
    public int LA(int k) {
        Token token = LT(k);
        return token == null ? Token.INVALID_TYPE : token.getType();
    }

    @Override
    public Token get(int index) {
        return all.get(index);
    }

    @Override
    public void consume() {
        if (LA(1) == EOF) {
            throw new IllegalStateException("behind the last word");
        }
        at++;
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = Math.min(index, all.size() - 1);
    }

    @Override
    public int size() {
        return all.size();
    }

    /** Nothing is thrown away, so there is nothing to hold. */
    @Override
    public int mark() {
        return 0;
    }

    @Override
    public void release(int marker) {
        // see mark()
    }

    @Override
    public String getSourceName() {
        return UNKNOWN_SOURCE_NAME;
    }

    /** There is none: the words are all there. */
    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public String getText() {
        return line;
    }

    @Override
    public String getText(Interval words) {
        return getText(get(words.a), get(words.b));
    }

    @Override
    public String getText(RuleContext rule) {
        return getText(rule.getSourceInterval());
    }

    @Override
    public String getText(Token first, Token last) {
        return line.substring(first.getStartIndex(), last.getStopIndex() + 1);
    }
}
