package org.sockmortem.parse.words;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A deterministic automaton that accepts the words of the grammar: a step is one look into a table. Characters that no rule of the lexer
 * tells apart are of one class. Immutable.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record WordTable(int[] classStarts, char[] classes, int width, char[] steps, char[] types) {
    /** Where the build puts it, beside this class. */
    static final String NAME = "words.table";

    /** The state before the first character. */
    static final int START = 0;

    /** No word goes on with that character. */
    static final int NONE = Character.MAX_VALUE;

    private static final int QUICK = 128;

    /**
     * @param classStarts code points from which on a class holds, ascending, the first of them 0
     * @param classes the class from each of them on
     * @param width how many classes there are
     * @param steps the state after each state and class, {@link #NONE} where there is none
     * @param types the token that a word which ends in the state is, 0 where none ends
     */
    WordTable {
        if (classes.length != classStarts.length || steps.length != types.length * width) {
            throw new IllegalArgumentException("parts of a table that do not fit together");
        }
    }

    /** The class of a character. */
    int classOf(int codePoint) {
        int at = Arrays.binarySearch(classStarts, codePoint);
        return classes[at < 0 ? -at - 2 : at];
    }

    /** The classes of the characters that come up the most, by their code. */
    char[] quickClasses() {
        char[] quick = new char[QUICK];
        for (int c = 0; c < QUICK; c++) {
            quick[c] = (char) classOf(c);
        }
        return quick;
    }

    /** Writes it so that {@link #read} can read it. */
    void write(DataOutputStream out) throws IOException {
        out.writeInt(classStarts.length);
        out.writeInt(width);
        out.writeInt(types.length);
        for (int start : classStarts) {
            out.writeInt(start);
        }
        for (char[] part : new char[][] {classes, steps, types}) {
            for (char value : part) {
                out.writeChar(value);
            }
        }
    }

    /**
     * The table of the grammar.
     *
     * @throws UncheckedIOException if the build has left none, or half of one
     */
    static WordTable ofGrammar() {
        try (InputStream in = WordTable.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new FileNotFoundException(NAME);
            }
            return read(new DataInputStream(new BufferedInputStream(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WordTable read(DataInputStream in) throws IOException {
        int ranges = in.readInt();
        int width = in.readInt();
        int states = in.readInt();
        int[] starts = new int[ranges];
        bytes(in, ranges * Integer.BYTES).asIntBuffer().get(starts);
        return new WordTable(starts, chars(in, ranges), width, chars(in, states * width), chars(in, states));
    }

    private static char[] chars(DataInputStream in, int count) throws IOException {
        char[] all = new char[count];
        bytes(in, count * Character.BYTES).asCharBuffer().get(all);
        return all;
    }

    private static ByteBuffer bytes(DataInputStream in, int count) throws IOException {
        byte[] all = new byte[count];
        in.readFully(all);
        return ByteBuffer.wrap(all);
    }
}
