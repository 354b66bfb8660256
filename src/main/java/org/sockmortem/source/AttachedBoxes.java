package org.sockmortem.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.Archive;
import org.sockmortem.source.box.ByBlocks;
import org.sockmortem.source.box.Compression;

/**
 * A mail's source with compressed logs or archives attached (RFC 2045 6.8), or what base64(1) made of one: the boxes, and the text around
 * them. A box is told by what comes out of a line of base64, not by what the mail says of it.
 */
final class AttachedBoxes extends Sections {
    /** More than a line of base64 is long, and than a header that names a file. */
    private static final int AHEAD = 256;

    private static final int SHORTEST = 20;
    private static final Pattern NAME =
            Pattern.compile("(?i)\\b(?:file)?name=(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");

    /** What stands between the parts of a mail and says nothing: blank lines, seams, headers. */
    private static final Pattern SEAM = Pattern.compile("\\s*|--.*|[A-Za-z-]{1,60}: .*|[ \\t]+\\S.*");

    private final BufferedInputStream in;
    private @Nullable Body body;
    private String name = "";
    private long lines;
    private int boxes;
    private boolean lineBegins = true;

    private AttachedBoxes(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The sections of a text that is a mail, or begins with an encoded box; {@code null} of any other. */
    static @Nullable AttachedBoxes of(byte[] head, InputStream in) {
        return MailHeader.isIn(head) || isBox(line(head, head.length)) ? new AttachedBoxes(in) : null;
    }

    @Override
    @Nullable
    Section next() throws IOException {
        Body last = body;
        if (last != null) {
            last.transferTo(OutputStream.nullOutputStream());
        }
        if (boxes > 0) {
            passSeams();
        }
        String ahead = ahead();
        if (ahead.isEmpty() && isAtEnd()) {
            return null;
        }
        Body next = new Body(isBox(ahead));
        body = next;
        if (!next.box) {
            return new Section("", lines, false, next);
        }
        boxes++;
        String label = name.isEmpty() ? "base64-" + boxes : name;
        name = "";
        return new Section(label, lines, true, Base64.getMimeDecoder().wrap(next));
    }

    private boolean isAtEnd() throws IOException {
        in.mark(1);
        boolean end = in.read() < 0;
        in.reset();
        return end;
    }

    private void passSeams() throws IOException {
        for (String ahead = ahead(); !isBox(ahead) && SEAM.matcher(ahead).matches() && !isAtEnd(); ahead = ahead()) {
            see(ahead);
            int b = in.read();
            while (b >= 0 && b != '\n') {
                b = in.read();
            }
            lines++;
        }
    }

    private void see(String line) {
        Matcher named = NAME.matcher(line);
        if (named.find()) {
            String quoted = named.group(1);
            name = quoted == null ? String.valueOf(named.group(2)) : quoted;
        } else if (line.startsWith("--")) {
            name = "";
        }
    }

    /** The line that begins here, or as much of it as is looked at. */
    private String ahead() throws IOException {
        byte[] bytes = new byte[AHEAD];
        in.mark(AHEAD);
        int read = in.readNBytes(bytes, 0, AHEAD);
        in.reset();
        return line(bytes, read);
    }

    private static String line(byte[] bytes, int length) {
        int end = 0;
        while (end < length && bytes[end] != '\n') {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static boolean isBase64(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == '=') {
            end--;
        }
        for (int i = 0; i < end; i++) {
            char c = line.charAt(i);
            boolean sign = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!sign && c != '+' && c != '/') {
                return false;
            }
        }
        return end > 0;
    }

    private static boolean isBox(String line) {
        if (line.length() < SHORTEST || !isBase64(line)) {
            return false;
        }
        byte[] head = Base64.getMimeDecoder().decode(line.substring(0, SHORTEST));
        return Compression.of(head) != null || Archive.of(head) != null;
    }

    /** The bytes of a text up to the next box, or of a box up to the text behind it. */
    private final class Body extends InputStream {
        private final boolean box;
        private boolean ended;

        Body(boolean box) {
            this.box = box;
            lineBegins = true;
        }

        @Override
        public int read() throws IOException {
            return ByBlocks.read(this);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (lineBegins && !ended) {
                String ahead = ahead();
                ended = box ? !isBase64(ahead) : isBox(ahead);
                if (!box && !ended) {
                    see(ahead);
                }
            }
            if (ended) {
                return -1;
            }
            int read = 0;
            int b = 0;
            while (read < length && b != '\n') {
                b = in.read();
                if (b < 0) {
                    break;
                }
                bytes[from + read++] = (byte) b;
            }
            lineBegins = b == '\n';
            lines += lineBegins ? 1 : 0;
            return read == 0 ? -1 : read;
        }
    }
}
