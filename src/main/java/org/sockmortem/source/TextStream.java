package org.sockmortem.source;

import java.io.BufferedInputStream;
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

/**
 * An input's bytes as UTF-8 text with a line feed after each record, however they were written: UTF-16 with or without a byte order
 * mark (a shell's redirection on Windows), UTF-32, base64 and quoted-printable (a mail's source), frames that follow each other without line
 * ends (rsyslog's ForwardFormat) or that are counted, other ends of lines, other blanks. Decided by the bytes alone; what is none of these comes through as it is.
 */
public final class TextStream {
    private static final int HEAD = 1 << 13;

    private TextStream() {}

    /** The text of these bytes; can be marked and reset within 64 KiB. */
    public static InputStream of(InputStream bytes) throws IOException {
        BufferedInputStream in = new BufferedInputStream(bytes, 1 << 16);
        byte[] head = peek(in);
        Charset wide = utf16(head);
        if (wide != null) {
            return new BufferedInputStream(decoded(in, wide), 1 << 16);
        }
        InputStream text = BOMInputStream.builder()
                .setInputStream(in)
                .setByteOrderMarks(ByteOrderMark.UTF_8)
                .get();
        boolean encoded = Base64Blocks.mayBeIn(head);
        if (encoded) {
            text = new Base64Blocks(text);
        }
        if (QuotedPrintable.isLikely(head)) {
            text = new QuotedPrintable(text);
        } else if (encoded) {
            return new BufferedInputStream(text, 1 << 16);
        } else if (OctetFrames.isLikely(head)) {
            text = new OctetFrames(text);
        } else if (ForwardFrames.isLikely(head)) {
            text = new ForwardFrames(text);
        } else if (OneLine.isLikely(head)) {
            text = new OneLine(text);
        } else if (PlainSigns.endsOtherwise(head) || PlainSigns.hasBlanks(head)) {
            text = new PlainSigns(text, PlainSigns.endsOtherwise(head));
        }
        return new BufferedInputStream(text, 1 << 16);
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

    /** UTF-16 by its mark, or by every second byte being NUL; {@code null} where it is neither. */
    private static @Nullable Charset utf16(byte[] head) {
        if (head.length >= 8 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE && head[2] == 0 && head[3] == 0) {
            return Charset.forName("UTF-32");
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        int pairs = head.length / 2;
        int even = 0;
        int odd = 0;
        for (int i = 0; i < pairs; i++) {
            even += head[2 * i] == 0 && head[2 * i + 1] != 0 ? 1 : 0;
            odd += head[2 * i + 1] == 0 && head[2 * i] != 0 ? 1 : 0;
        }
        if (pairs < 8) {
            return null;
        }
        return odd * 10 > pairs * 9
                ? StandardCharsets.UTF_16LE
                : even * 10 > pairs * 9 ? StandardCharsets.UTF_16BE : null;
    }
}
