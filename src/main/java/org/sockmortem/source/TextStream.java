package org.sockmortem.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;
import org.apache.commons.io.input.ReaderInputStream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.Compression;

/**
 * An input's bytes as UTF-8 text with a line feed after each record, however they were written: UTF-16 with or without a byte order
 * mark (a shell's redirection on Windows), UTF-32, base64 and quoted-printable (a mail's source), frames that follow each other without line
 * ends (rsyslog's ForwardFormat) or that are counted, other ends of lines, other blanks. Decided by the bytes alone; what is none of these comes through as it is.
 */
public final class TextStream extends FilterInputStream {
    private static final int HEAD = 1 << 13;
    private static final int UNIT = 4;
    private static final int FEWEST = 16;

    private final LineMap lines;

    private TextStream(InputStream text, LineMap lines) {
        super(new BufferedInputStream(text, 1 << 16));
        this.lines = lines;
    }

    /** The line of the file in which a line of the text begins, for one that has been read. */
    public long fileLine(long line) {
        return lines.fileLine(line);
    }

    /** Whether each line of what has been read is a line of the file. */
    public boolean hasFileLines() {
        return lines.isPlain();
    }

    /** The text of these bytes; can be marked and reset within 64 KiB. */
    public static TextStream of(InputStream bytes) throws IOException {
        LineMap lines = new LineMap();
        return new TextStream(text(bytes, lines), lines);
    }

    private static InputStream text(InputStream bytes, LineMap lines) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
        byte[] head = peek(in);
        Charset wide = wide(head);
        if (wide != null) {
            return decoded(in, wide);
        }
        InputStream text = BOMInputStream.builder()
                .setInputStream(in)
                .setByteOrderMarks(ByteOrderMark.UTF_8)
                .get();
        boolean encoded = Base64Blocks.mayBeIn(head);
        if (encoded) {
            text = new Base64Blocks(text, lines);
        }
        if (QuotedPrintable.isLikely(head)) {
            text = new QuotedPrintable(text);
        } else if (encoded) {
            return text;
        } else if (OctetFrames.isLikely(head)) {
            text = new OctetFrames(text).telling(lines);
        } else if (ForwardFrames.isLikely(head)) {
            text = new ForwardFrames(text).telling(lines);
        } else if (OneLine.isLikely(head)) {
            text = new OneLine(text).telling(lines);
        } else if (PlainSigns.endsOtherwise(head) || PlainSigns.hasBlanks(head)) {
            text = new PlainSigns(text, PlainSigns.endsOtherwise(head));
        }
        return text;
    }

    private static byte[] peek(BufferedInputStream in) throws IOException {
        in.mark(HEAD);
        byte[] head = in.readNBytes(HEAD);
        in.reset();
        return head;
    }

    private static InputStream decoded(InputStream in, Charset charset) throws IOException {
        InputStreamReader reader = new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE));
        InputStream utf8 = ReaderInputStream.builder()
                .setReader(reader)
                .setCharset(StandardCharsets.UTF_8)
                .get();
        return BOMInputStream.builder()
                .setInputStream(utf8)
                .setByteOrderMarks(ByteOrderMark.UTF_8)
                .get();
    }

    /** UTF-16 and UTF-32 by their marks, or by which bytes are NUL; {@code null} where it is neither. */
    private static @Nullable Charset wide(byte[] head) {
        if (Compression.starts(head, 0xFF, 0xFE, 0, 0) || Compression.starts(head, 0, 0, 0xFE, 0xFF)) {
            return Charset.forName("UTF-32");
        }
        if (Compression.starts(head, 0xFF, 0xFE)) {
            return StandardCharsets.UTF_16LE;
        }
        if (Compression.starts(head, 0xFE, 0xFF)) {
            return StandardCharsets.UTF_16BE;
        }
        if (head.length < FEWEST) {
            return null;
        }
        // where in each unit its byte that is not NUL stands, for text of Latin letters
        int[] filled = new int[UNIT];
        for (int i = 0; i < head.length; i++) {
            filled[i % UNIT] += head[i] == 0 ? 0 : 1;
        }
        int most = head.length / UNIT * 9 / 10;
        int few = head.length / UNIT / 10;
        boolean second = filled[1] > most && filled[3] > most;
        boolean first = filled[0] > most && filled[2] > most;
        if (first && filled[1] + filled[3] <= 2 * few) {
            return StandardCharsets.UTF_16LE;
        }
        if (second && filled[0] + filled[2] <= 2 * few) {
            return StandardCharsets.UTF_16BE;
        }
        if (filled[1] + filled[2] + Math.min(filled[0], filled[3]) > few) {
            return null;
        }
        return filled[0] > most ? Charset.forName("UTF-32LE") : filled[3] > most ? Charset.forName("UTF-32BE") : null;
    }
}
