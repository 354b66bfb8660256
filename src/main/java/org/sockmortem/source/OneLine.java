package org.sockmortem.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * A document that is one line as a whole: a list of strings, a text whose line feeds are written out, a page without any. Where a piece of
 * it has become long, it ends at the next quoted line feed, element of a list or tag, so that no limit on the length of a line cuts it.
 */
final class OneLine extends RewritingStream {
    /** Far below what a scanner looks at of a line. */
    private static final int LONG = 1 << 13;

    private int length;
    private int before;

    OneLine(InputStream in) {
        super(new PushbackInputStream(in, 2));
    }

    /** Whether it begins with so long a line; JSON's objects are read by others, however long they are. */
    static boolean isLikely(byte[] head) {
        int i = 0;
        while (i < head.length && (head[i] == ' ' || head[i] == '[')) {
            i++;
        }
        if (head.length < LONG || i == head.length || head[i] == '{') {
            return false;
        }
        while (i < head.length && head[i] != '\n' && head[i] != 0) {
            i++;
        }
        return i == head.length;
    }

    @Override
    int rewritten() throws IOException {
        int b = in.read();
        int last = before;
        before = b;
        length = b == '\n' ? 0 : length + 1;
        if (length <= LONG || (b != '\\' && b != ',' && b != '<')) {
            return b;
        }
        int next = in.read();
        boolean feed = b == '\\' && next == 'n';
        boolean element = b == ',' && (last == '"' || last == '\'');
        boolean tag = b == '<' && (next == '/' || Character.isLetter(next));
        if (next >= 0 && !feed) {
            ((PushbackInputStream) in).unread(next);
        }
        if (tag) {
            // a tag may be the end of one that is read on
            ((PushbackInputStream) in).unread('<');
        }
        if (feed || element || tag) {
            length = 0;
            return insertedFeed();
        }
        return b;
    }
}
