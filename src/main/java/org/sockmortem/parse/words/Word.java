package org.sockmortem.parse.words;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.jspecify.annotations.Nullable;

/**
 * A word of a line, as the parser wants it. Lines and columns it does not know: a line is all there is.
 *
 * @param line the text that it stands in
 * @param type the lexer's number for it
 * @param number among the words of its line, from 0
 * @param from where it begins, in {@code char}s of the line
 * @param to where it ends, exclusive
 */
record Word(String line, int type, int number, int from, int to) implements Token {
    @Override
    public String getText() {
        return type == EOF ? "<EOF>" : line.substring(from, to);
    }

    @Override
    public int getType() {
        return type;
    }

    @Override
    public int getLine() {
        return 1;
    }

    @Override
    public int getCharPositionInLine() {
        return from;
    }

    @Override
    public int getChannel() {
        return DEFAULT_CHANNEL;
    }

    @Override
    public int getTokenIndex() {
        return number;
    }

    @Override
    public int getStartIndex() {
        return from;
    }

    @Override
    public int getStopIndex() {
        return to - 1;
    }

    @Override
    public @Nullable TokenSource getTokenSource() {
        return null;
    }

    @Override
    public @Nullable CharStream getInputStream() {
        return null;
    }
}
