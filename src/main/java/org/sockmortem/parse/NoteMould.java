package org.sockmortem.parse;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/**
 * A limiter's note as the grammar has read it, behind the header behind which it was read, with its number left open: a flood's notes
 * differ in nothing else. Immutable.
 */
final class NoteMould {
    /** A number that any {@code long} can hold. */
    private static final int LONGEST_NUMBER = 18;

    private final HeaderMould mould;
    private final byte[] before;
    private final byte[] after;
    private final String function;

    private NoteMould(HeaderMould mould, byte[] before, byte[] after, String function) {
        this.mould = mould;
        this.before = before;
        this.after = after;
        this.function = function;
    }

    /** A mould of a line, or {@code null} where it is no note, or one in which more than its number could be meant. */
    static @Nullable NoteMould of(HeaderMould mould, Parsed.Recognised line) {
        byte[] text = line.text().getBytes(StandardCharsets.UTF_8);
        if (!(line.event() instanceof KernelEvent.SuppressionNote note)
                || text.length != line.text().length()) {
            return null;
        }
        int from = 0;
        while (from < text.length && !HeaderMould.isDigit(text[from])) {
            from++;
        }
        int to = from + HeaderMould.digits(text, from, text.length);
        NoteMould made = new NoteMould(
                mould, Arrays.copyOf(text, from), Arrays.copyOfRange(text, to, text.length), note.function());
        for (int i = to; i < text.length; i++) {
            if (HeaderMould.isDigit(text[i])) {
                return null;
            }
        }
        return line.event().equals(made.read(text, 0, text.length)) ? made : null;
    }

    /** The text with another number, for the grammar to judge. */
    String text(long number) {
        return new String(before, StandardCharsets.US_ASCII) + number + new String(after, StandardCharsets.US_ASCII);
    }

    /** What that text must say. */
    KernelEvent event(long number) {
        return new KernelEvent.SuppressionNote(function, number);
    }

    /** What a line says whose header was read by its mould, or {@code null} where its text differs in more than the number. */
    @Nullable
    List<Parsed.Recognised> of(HeaderMould under, Parsed.Header header, byte[] line, int from, int to) {
        KernelEvent.SuppressionNote note = under == mould ? read(line, from, to) : null;
        return note == null
                ? null
                : List.of(new Parsed.Recognised(
                        header, note, new String(line, from, to - from, StandardCharsets.ISO_8859_1)));
    }

    private KernelEvent.@Nullable SuppressionNote read(byte[] line, int from, int to) {
        int digits = from + before.length;
        if (digits > to || !Arrays.equals(before, 0, before.length, line, from, digits)) {
            return null;
        }
        int end = digits + HeaderMould.digits(line, digits, to);
        boolean fits =
                end > digits && end - digits <= LONGEST_NUMBER && Arrays.equals(after, 0, after.length, line, end, to);
        if (!fits) {
            return null;
        }
        long number = 0;
        for (int i = digits; i < end; i++) {
            number = number * 10 + line[i] - '0';
        }
        return new KernelEvent.SuppressionNote(function, number);
    }
}
