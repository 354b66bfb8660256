package org.sockmortem.postmortem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.Stamp;
import org.sockmortem.scan.CandidateScanner;

/**
 * Joins lines that a mailer or a terminal wrapped, where the grammar knows the joined line and not its first part. Only texts that a
 * person may have pasted are looked at: at most a mebibyte. The line feeds that go come back after the joined line, so that every other
 * line keeps its number.
 */
final class WrappedLines {
    /** At forty columns a long line takes five. */
    static final int PARTS = 5;

    private static final int LIMIT = 1 << 20;
    private static final Pattern MARKS = Pattern.compile("^[\\s>|#]+");

    /** What a terminal breaks goes on as it was: a single blank before it is the text's. */
    private static final Pattern QUOTING = Pattern.compile("^(?:[\\s>|#]*[>|#] ?|\\s{2,})");

    /** A release that a line ends with may go on in the next, and would be taken as it stands. */
    private static final Pattern RELEASE = Pattern.compile("Linux version \\S+\\s*$");

    private static final int WORD = 8;

    private final LineParser parser;
    private boolean isBroken;

    /** A line of the log, and of how many lines of the text it was made. */
    private record Joined(String line, int parts) {}

    WrappedLines(LineParser parser) {
        this.parser = parser;
    }

    /** The text with its wrapped lines joined; a longer text as it is. */
    InputStream joined(InputStream text) throws IOException {
        byte[] all = text.readNBytes(LIMIT);
        int next = text.read();
        if (next >= 0) {
            InputStream head = new SequenceInputStream(
                    new ByteArrayInputStream(all), new ByteArrayInputStream(new byte[] {(byte) next}));
            return new SequenceInputStream(head, text);
        }
        boolean[] worth = new LineSeams(all).worthALook();
        return new ByteArrayInputStream(worth.length == 0 ? all : joined(all, worth));
    }

    private byte[] joined(byte[] all, boolean[] worth) {
        // Latin-1 keeps every byte as it is
        String[] lines = new String(all, StandardCharsets.ISO_8859_1).split("\n", -1);
        isBroken = isBroken(lines);
        ByteArrayOutputStream out = new ByteArrayOutputStream(all.length + 16);
        boolean changed = false;
        for (int i = 0; i < lines.length; ) {
            Joined joined = worth[i] ? joinedAt(lines, i) : null;
            int parts = joined == null ? 1 : joined.parts;
            String line = joined == null ? lines[i] : joined.line;
            changed |= joined != null;
            out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            boolean last = i + parts == lines.length;
            out.writeBytes("\n".repeat(last ? parts - 1 : parts).getBytes(StandardCharsets.ISO_8859_1));
            i += parts;
        }
        return changed ? out.toByteArray() : all;
    }

    /** The lines from this one on that are one line of a log, or {@code null}. */
    private @Nullable Joined joinedAt(String[] lines, int at) {
        for (int parts = 2; !lines[at].isBlank() && parts <= PARTS && at + parts <= lines.length; parts++) {
            String next = lines[at + parts - 1];
            if (next.isBlank() || !mayGoOn(lines[at + parts - 2], next)) {
                return null;
            }
            // only a needle that the join made whole, or one whose line was not understood, is worth a parse
            List<String> wholes = wholes(lines, at, parts);
            if (!wholes.isEmpty()
                    && isKnown(lines[at])
                    && !RELEASE.matcher(lines[at]).find()) {
                return null;
            }
            Parsed.Recognised alone = wholes.isEmpty() ? null : known(next);
            for (String whole : wholes) {
                Parsed.Recognised all = known(whole);
                // "…ratelim" and "it: 5 callbacks suppressed" are one line where the others have stamps
                if (all != null && (alone == null || tellsMore(all, alone))) {
                    return new Joined(whole, parts);
                }
            }
            if (alone != null) {
                return null;
            }
        }
        return null;
    }

    /** Whether most lines that are about as long as the longest are as long: a terminal's, since words end anywhere. */
    private static boolean isBroken(String[] lines) {
        int[] lengths = Stream.of(lines).mapToInt(l -> unquoted(l).length()).toArray();
        int longest = IntStream.of(lengths).max().orElse(0);
        long whole = IntStream.of(lengths).filter(l -> l == longest).count();
        long shorter = IntStream.of(lengths)
                .filter(l -> l < longest && l >= longest - WORD)
                .count();
        return whole > shorter;
    }

    private static boolean mayGoOn(String line, String next) {
        byte[] both = (line + next).getBytes(StandardCharsets.ISO_8859_1);
        return LineSeams.mayGoOn(both, 0, line.length(), line.length(), both.length);
    }

    private boolean isKnown(String line) {
        return known(line) != null;
    }

    private Parsed.@Nullable Recognised known(String line) {
        boolean candidate = CandidateScanner.isCandidate(line);
        return candidate && parser.parse(line) instanceof Parsed.Recognised known ? known : null;
    }

    /** Whether a joined line tells its time better than its last part does alone. */
    private static boolean tellsMore(Parsed.Recognised all, Parsed.Recognised alone) {
        Stamp whole = all.header().stamp();
        Stamp part = alone.header().stamp();
        return part.isNone() ? !whole.isNone() : part.wall() == null && whole.wall() != null;
    }

    private List<String> wholes(String[] lines, int at, int parts) {
        String words = byWords(lines, at, parts);
        String width = byWidth(lines, at, parts);
        return (isBroken ? Stream.of(width, words) : Stream.of(words, width))
                .distinct()
                .filter(CandidateScanner::isCandidate)
                .toList();
    }

    /** As a mailer breaks a line, at a blank. */
    private static String byWords(String[] lines, int at, int parts) {
        StringBuilder whole = new StringBuilder(lines[at].stripTrailing());
        for (int i = at + 1; i < at + parts; i++) {
            whole.append(' ').append(MARKS.matcher(lines[i]).replaceFirst("").stripTrailing());
        }
        return whole.toString();
    }

    /** As a terminal does, at its width, or quoted-printable before its "="; a line that ends before the width has lost a blank. */
    private static String byWidth(String[] lines, int at, int parts) {
        int width = 0;
        for (int i = at; i < at + parts - 1; i++) {
            width = Math.max(width, unquoted(lines[i]).length());
        }
        StringBuilder whole = new StringBuilder();
        for (int i = at; i < at + parts; i++) {
            String line = unquoted(lines[i]);
            String text = i == at ? withoutReturn(lines[i]) : line;
            boolean last = i == at + parts - 1;
            if (text.endsWith("=") && !last) {
                whole.append(text, 0, text.length() - 1);
            } else {
                whole.append(text).append(last || line.length() >= width ? "" : " ");
            }
        }
        return whole.toString();
    }

    private static String unquoted(String line) {
        return QUOTING.matcher(withoutReturn(line)).replaceFirst("");
    }

    private static String withoutReturn(String line) {
        return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    }
}
