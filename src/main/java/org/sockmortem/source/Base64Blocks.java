package org.sockmortem.source;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import org.sockmortem.source.box.ByBlocks;

/**
 * Text in which blocks of base64 stand (RFC 2045 6.8), with those decoded that hold text: a mail's parts, the console that EC2's API
 * answers in XML, what somebody piped through base64(1). A block is told by its lines and by what comes out of its first; a picture's
 * and a signature's stay as they are. The lines of a
 * decoded block are its text's, and each is cited by the line of base64 in which it begins.
 */
final class Base64Blocks extends InputStream {
    /** Of a line that is longer, a piece of this size is decoded at a time. */
    private static final int PIECE = 1 << 14;

    /** As many characters as nobody writes in one word; thirty bytes that are text by chance are one in a million millions. */
    private static final int SHORTEST = 40;

    private static final int SURE = 30;

    private final InputStream in;
    private final LineMap lines;
    private long textLine = 1;
    private long fileLine = 1;
    private byte[] ready = new byte[0];
    private int at;
    private boolean lineBegins = true;
    private boolean inBlock;
    private byte[] rest = new byte[0];
    private int lastDecoded = '\n';

    /** A stream that tells where each line begins. */
    Base64Blocks(InputStream in, LineMap lines) {
        this.in = in;
        this.lines = lines;
    }

    /** Whether an input that begins so holds such a block, or is a mail, which may hold one further below. */
    static boolean mayBeIn(byte[] head) {
        if (MailHeader.isIn(head)) {
            return true;
        }
        for (int from = 0; from < head.length; ) {
            int end = from;
            while (end < head.length && head[end] != '\n') {
                end++;
            }
            if (isText(head, blockFrom(head, from, end), end)) {
                return true;
            }
            from = end + 1;
        }
        return false;
    }

    @Override
    public int read() throws IOException {
        return ByBlocks.read(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (at == ready.length && length > 0) {
            byte[] piece = piece();
            if (piece.length == 0) {
                return -1;
            }
            ready = decoded(piece);
            at = 0;
            count(piece);
        }
        int read = Math.min(length, ready.length - at);
        System.arraycopy(ready, at, bytes, from, read);
        at += read;
        return read;
    }

    /** A line of the text that ends with its piece is followed by one that begins with the next. */
    private void count(byte[] piece) {
        boolean ended = piece[piece.length - 1] == '\n';
        for (int i = 0; i < ready.length; i++) {
            if (ready[i] == '\n') {
                boolean next = ended && i == ready.length - 1;
                lines.begins(++textLine, fileLine + (next ? 1 : 0));
            }
        }
        fileLine += ended ? 1 : 0;
    }

    /** The next line with its end, or a piece of a long one. */
    private byte[] piece() throws IOException {
        ByteArrayOutputStream piece = new ByteArrayOutputStream(128);
        for (int b = 0; piece.size() < PIECE && b != '\n'; ) {
            b = in.read();
            if (b < 0) {
                break;
            }
            piece.write(b);
        }
        return piece.toByteArray();
    }

    private byte[] decoded(byte[] piece) {
        boolean begins = lineBegins;
        lineBegins = piece[piece.length - 1] == '\n';
        int end = endOfText(piece);
        ByteArrayOutputStream out = new ByteArrayOutputStream(piece.length + 2);
        int from = 0;
        if (!inBlock) {
            from = begins ? blockFrom(piece, 0, end) : end;
            if (!isText(piece, from, end)) {
                return piece;
            }
            // what stands before it on its line is a tag or a mark of quoting
            out.write(piece, 0, from);
            lastDecoded = from > 0 ? ' ' : '\n';
            endLine(out);
            inBlock = true;
        } else if (begins) {
            from = afterMarks(piece, end);
        }
        int to = endOfRun(piece, from, end);
        decode(piece, from, to, out);
        if (to < end || to == from) {
            inBlock = false;
            rest = new byte[0];
            endLine(out);
            out.write(piece, to, piece.length - to);
        }
        return out.toByteArray();
    }

    private void endLine(ByteArrayOutputStream out) {
        if (lastDecoded != '\n') {
            out.write('\n');
        }
    }

    private void decode(byte[] bytes, int from, int to, ByteArrayOutputStream out) {
        byte[] all = new byte[rest.length + to - from];
        System.arraycopy(rest, 0, all, 0, rest.length);
        System.arraycopy(bytes, from, all, rest.length, to - from);
        int whole = all.length - all.length % 4;
        rest = new byte[all.length - whole];
        System.arraycopy(all, whole, rest, 0, rest.length);
        byte[] decoded = decoded(all, 0, whole);
        out.writeBytes(decoded);
        lastDecoded = decoded.length == 0 ? lastDecoded : decoded[decoded.length - 1];
    }

    private static byte[] decoded(byte[] bytes, int from, int to) {
        byte[] text = new byte[to - from];
        System.arraycopy(bytes, from, text, 0, text.length);
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static int endOfText(byte[] piece) {
        int end = piece.length;
        while (end > 0 && (piece[end - 1] == '\n' || piece[end - 1] == '\r' || piece[end - 1] == ' ')) {
            end--;
        }
        return end;
    }

    /** Where a line's base64 would begin: behind marks of quoting, or behind the first tag that so much of it follows. */
    private static int blockFrom(byte[] bytes, int from, int to) {
        int begin = from;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '>') {
                begin = i + 1;
            } else if (i - begin == SHORTEST && endOfRun(bytes, begin, to) >= i) {
                return begin;
            } else if (bytes[i] == ' ' && i == begin) {
                begin++;
            }
        }
        return begin;
    }

    private static int afterMarks(byte[] bytes, int to) {
        int i = 0;
        while (i < to && (bytes[i] == ' ' || bytes[i] == '\t' || bytes[i] == '>')) {
            i++;
        }
        return i;
    }

    private static int endOfRun(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && isSign(bytes[i])) {
            i++;
        }
        while (i < to && bytes[i] == '=') {
            i++;
        }
        return i;
    }

    private static boolean isSign(byte b) {
        return (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '+' || b == '/';
    }

    /** Whether base64 begins here, fills the line or ends at a tag, and is the beginning of a text. */
    private static boolean isText(byte[] bytes, int from, int to) {
        int end = endOfRun(bytes, from, to);
        int tail = end;
        while (tail < to && (bytes[tail] == '\r' || bytes[tail] == ' ')) {
            tail++;
        }
        if (end - from < SHORTEST || (tail < to && bytes[tail] != '<')) {
            return false;
        }
        byte[] text = decoded(bytes, from, from + SHORTEST);
        int i = text.length > 2 && text[0] == (byte) 0xEF && text[1] == (byte) 0xBB && text[2] == (byte) 0xBF ? 3 : 0;
        for (; i < text.length; i++) {
            byte b = text[i];
            if ((b < ' ' || b == 0x7F) && b != '\t' && b != '\n' && b != '\r' && b != 0x1B) {
                return false;
            }
        }
        return text.length >= SURE;
    }
}
