package org.sockmortem.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sockmortem.source.box.ByBlocks;

/**
 * A text that is made of others, one after the other: what supportconfig writes ({@code #==[ Command ]===#}, bin/supportconfig of
 * supportutils), and the problem reports of apport ({@code CurrentDmesg:}, and what is of it begins with a blank). Mutable, one use.
 */
final class HeadedSections extends Sections {
    private static final int BLOCK = 1 << 16;
    private static final int HEADER_LIMIT = 1024;
    private static final Pattern SUPPORTCONFIG = Pattern.compile("(?:^|\\n)#==\\[ [A-Z][A-Za-z ]{1,30} ]=+#\\r?\\n# ");
    private static final Pattern APPORT = Pattern.compile("(?:ProblemType|Architecture|ApportVersion|DistroRelease): ");
    private static final String SECTION = "#==[ ";
    private static final byte[] MARK = SECTION.getBytes(StandardCharsets.US_ASCII);
    private static final Pattern KEY = Pattern.compile("([A-Za-z][A-Za-z0-9_.-]*):(?: (.*))?");
    private static final Pattern LABEL =
            Pattern.compile("# (.+?)(?: - (?:Last|First) \\d+ Lines.*| - File not found)?\\s*");

    private final InputStream in;
    private final boolean apport;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int end;
    private boolean lineBegins = true;
    private long lines;

    private HeadedSections(InputStream in, boolean apport) {
        this.in = in;
        this.apport = apport;
    }

    /** The sections of a text that begins so, or {@code null} where it is not of sections. */
    static @Nullable HeadedSections of(byte[] head, InputStream in) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        boolean apport = APPORT.matcher(text).lookingAt();
        boolean supportconfig =
                text.contains(SECTION) && SUPPORTCONFIG.matcher(text).find();
        return apport || supportconfig ? new HeadedSections(in, apport) : null;
    }

    @Override
    @Nullable
    Section next() throws IOException {
        byte[] waste = new byte[1 << 13];
        Body rest = new Body();
        while (rest.read(waste, 0, waste.length) >= 0) {
            // up to the next header
        }
        if (!has(1)) {
            return null;
        }
        String header = line();
        if (apport) {
            Matcher key = KEY.matcher(header);
            String label = key.matches() ? key.group(1) : "";
            boolean packed = "base64".equals(key.matches() ? key.group(2) : "");
            InputStream body = new Unindented(new Body());
            return new Section(label, lines, packed, packed ? new Base64Lines(body) : body);
        }
        Matcher label = LABEL.matcher(line());
        return new Section(label.matches() ? label.group(1) : "", lines, false, new Body());
    }

    /** A header's line; a longer one is no header's. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (has(1)) {
            byte b = block[at++];
            if (b == '\n') {
                lines++;
                break;
            }
            if (line.length() < HEADER_LIMIT && b != '\r') {
                line.append((char) (b & 0xFF));
            }
        }
        lineBegins = true;
        return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** Whether so many bytes are at hand, or as many as there are left, but one at least. */
    private boolean has(int bytes) throws IOException {
        while (end - at < bytes) {
            if (at > 0) {
                System.arraycopy(block, at, block, 0, end - at);
                end -= at;
                at = 0;
            }
            int read = in.read(block, end, block.length - end);
            if (read < 0) {
                break;
            }
            end += read;
        }
        return end > at;
    }

    private boolean isHeader() throws IOException {
        if (!has(MARK.length)) {
            return false;
        }
        if (apport) {
            return block[at] != ' ' && block[at] != '\t';
        }
        return end - at >= MARK.length && Arrays.equals(block, at, at + MARK.length, MARK, 0, MARK.length);
    }

    /** The bytes up to the next header. */
    private final class Body extends InputStream {
        @Override
        public int read() throws IOException {
            return ByBlocks.read(this);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int given = 0;
            while (given < length && (given == 0 || at < end)) {
                if ((lineBegins && isHeader()) || !has(1)) {
                    break;
                }
                int to = Math.min(end, at + length - given);
                int stop = at;
                while (stop < to && block[stop] != '\n') {
                    stop++;
                }
                boolean whole = stop < to;
                stop += whole ? 1 : 0;
                System.arraycopy(block, at, bytes, from + given, stop - at);
                given += stop - at;
                at = stop;
                lines += whole ? 1 : 0;
                lineBegins = whole;
            }
            return given == 0 && length > 0 ? -1 : given;
        }
    }

    /** Without the blank that each line begins with. */
    private static final class Unindented extends RewritingStream {
        private boolean lineBegins = true;

        Unindented(InputStream in) {
            super(new BufferedInputStream(in));
        }

        @Override
        int rewritten() throws IOException {
            int b = in.read();
            if (lineBegins && (b == ' ' || b == '\t')) {
                b = in.read();
            }
            lineBegins = b == '\n';
            return b;
        }
    }
}
