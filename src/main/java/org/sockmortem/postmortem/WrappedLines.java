package org.sockmortem.postmortem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.Parsed;
import org.sockmortem.scan.CandidateScanner;

/**
 * Joins lines that a mailer or a terminal wrapped, where the grammar knows the joined line and not its first part. Only texts that a
 * person may have pasted are looked at: at most a mebibyte. The line feeds that go come back after the joined line, so that every other
 * line keeps its number.
 */
final class WrappedLines {
    private static final int LIMIT = 1 << 20;
    private static final int PARTS = 3;
    private static final Pattern MARKS = Pattern.compile("^[\\s>|#]+");

    private final LineParser parser;

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
        int[] parts = new int[lines.length];
        boolean changed = false;
        for (int i = 0; i < lines.length; i += parts[i]) {
            parts[i] = worth[i] ? partsOf(lines, i) : 1;
            changed |= parts[i] > 1;
        }
        return changed ? written(lines, parts, all.length) : all;
    }

    private static byte[] written(String[] lines, int[] parts, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(size + 16);
        for (int i = 0; i < lines.length; i += parts[i]) {
            String line = parts[i] == 1 ? lines[i] : join(lines, i, parts[i]);
            out.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
            boolean last = i + parts[i] == lines.length;
            out.writeBytes("\n".repeat(last ? parts[i] - 1 : parts[i]).getBytes(StandardCharsets.ISO_8859_1));
        }
        return out.toByteArray();
    }

    /** How many lines from this one on are one line of a log. */
    private int partsOf(String[] lines, int at) {
        if (lines[at].isBlank()) {
            return 1;
        }
        for (int parts = 2; parts <= PARTS && at + parts <= lines.length; parts++) {
            if (lines[at + parts - 1].isBlank()) {
                return 1;
            }
            String whole = join(lines, at, parts);
            // only a needle that the join made whole, or one whose line was not understood, is worth a parse
            if (CandidateScanner.isCandidate(whole)) {
                boolean understood = CandidateScanner.isCandidate(lines[at]) && isKnown(lines[at]);
                boolean startsAnew =
                        CandidateScanner.isCandidate(lines[at + parts - 1]) && isKnown(lines[at + parts - 1]);
                if (understood || startsAnew) {
                    return 1;
                }
                if (isKnown(whole)) {
                    return parts;
                }
            }
        }
        return 1;
    }

    private boolean isKnown(String line) {
        return parser.parse(line) instanceof Parsed.Recognised;
    }

    private static String join(String[] lines, int at, int parts) {
        StringBuilder whole = new StringBuilder(lines[at].stripTrailing());
        for (int i = at + 1; i < at + parts; i++) {
            whole.append(' ').append(MARKS.matcher(lines[i]).replaceFirst("").stripTrailing());
        }
        return whole.toString();
    }
}
