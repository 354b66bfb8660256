package org.sockmortem.parse;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/**
 * Remembers lines that the grammar has read, so that a line which differs from one of them in nothing but the digits of its time is not
 * parsed again. The grammar stays the judge: a text is known only behind the header behind which it was parsed, and a header's digits
 * are left open only after the grammar has read other digits in their place as {@link HeaderMould} does. Bounded. Mutable.
 */
final class Recall {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private static final int MOULDS = 1 << 9;
    /** So many moulds with one hash are kept. */
    private static final int PLACES = 8;

    private static final int TEXTS = 1 << 12;
    /** A log's headers change with its days, and few functions have a limiter. */
    private static final int NOTES = 16;

    private static final int LONGEST_HEADER = 256;
    private static final int LONGEST_TEXT = 512;

    private final HeaderMould[] moulds = new HeaderMould[MOULDS];
    private final boolean[] lengths = new boolean[LONGEST_HEADER + 1];
    private final Text[] texts = new Text[TEXTS];
    private final @Nullable NoteMould[] notes = new NoteMould[NOTES];
    private final int[] hashes = new int[LONGEST_HEADER + 1];
    private int longest;
    private int newestNote;
    private @Nullable HeaderMould recent;

    /** A text behind a mould, and what was read when it last came. */
    private static final class Text {
        final HeaderMould mould;
        final byte[] bytes;
        final KernelEvent event;
        final String text;
        List<Parsed.Recognised> last;

        Text(HeaderMould mould, byte[] bytes, Parsed.Recognised line) {
            this.mould = mould;
            this.bytes = bytes;
            this.event = line.event();
            this.text = line.text();
            this.last = List.of(line);
        }

        @SuppressWarnings("ReferenceEquality") // the mould gives the same header again for the same bytes
        List<Parsed.Recognised> under(Parsed.Header header) {
            if (last.get(0).header() != header) {
                last = List.of(new Parsed.Recognised(header, event, text));
            }
            return last;
        }
    }

    /** What a line says, or {@code null} where it has to be parsed. */
    @Nullable
    List<Parsed.Recognised> of(byte[] line, int from, int to) {
        HeaderMould mould = recent;
        Parsed.Header header = mould == null ? null : mould.of(line, from, to);
        if (header == null) {
            mould = mouldOf(line, from, to);
            header = mould == null ? null : mould.of(line, from, to);
        }
        if (mould == null || header == null) {
            return null;
        }
        recent = mould;
        int at = from + mould.length();
        int slot = slot(mould, line, at, to);
        Text text = texts[slot];
        if (text == null || !is(text, mould, line, at, to)) {
            text = texts[slot ^ 1];
            if (text == null || !is(text, mould, line, at, to)) {
                return noteOf(mould, header, line, at, to);
            }
        }
        return text.under(header);
    }

    private @Nullable List<Parsed.Recognised> noteOf(
            HeaderMould mould, Parsed.Header header, byte[] line, int from, int to) {
        for (NoteMould note : notes) {
            List<Parsed.Recognised> read = note == null ? null : note.of(mould, header, line, from, to);
            if (read != null) {
                return read;
            }
        }
        return null;
    }

    @SuppressWarnings("ReferenceEquality") // a mould is what it is, not what it holds
    private static boolean is(Text text, HeaderMould mould, byte[] line, int from, int to) {
        return text.mould == mould && Arrays.equals(text.bytes, 0, text.bytes.length, line, from, to);
    }

    private @Nullable HeaderMould mouldOf(byte[] line, int from, int to) {
        int end = Math.min(longest, to - from);
        hash(line, from, to, end);
        for (int length = 1; length <= end; length++) {
            HeaderMould mould = lengths[length] ? placed(hashes[length], length, line, from, to) : null;
            if (mould != null) {
                return mould;
            }
        }
        return null;
    }

    /** Hashes of a line's beginnings, equal where only digits of numbers differ that may be part of a time. */
    private void hash(byte[] line, int from, int to, int longestBeginning) {
        int hash = 0;
        int digitsTo = from;
        boolean open = false;
        for (int i = from; i < from + longestBeginning; i++) {
            byte b = line[i];
            if (i >= digitsTo && HeaderMould.isDigit(b)) {
                digitsTo = i + 1;
                while (digitsTo < to && HeaderMould.isDigit(line[digitsTo])) {
                    digitsTo++;
                }
                open = (i > from && isMark(line[i - 1])) || (digitsTo < to && isMark(line[digitsTo]));
            }
            hash = hash * 31 + (i < digitsTo && open ? '0' : b);
            hashes[i + 1 - from] = hash;
        }
    }

    private @Nullable HeaderMould placed(int hash, int length, byte[] line, int from, int to) {
        for (int i = 0; i < PLACES; i++) {
            HeaderMould mould = moulds[place(hash) + i & MOULDS - 1];
            if (mould != null && mould.length() == length && mould.of(line, from, to) != null) {
                return mould;
            }
        }
        return null;
    }

    /** What stands beside a number that is part of a time. */
    private static boolean isMark(byte b) {
        return b == ':' || b == '.' || b == ',';
    }

    private static int place(int hash) {
        return (hash ^ hash >>> 15) & MOULDS - 1;
    }

    private static int slot(HeaderMould mould, byte[] line, int from, int to) {
        long hash = System.identityHashCode(mould);
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = Long.rotateLeft((hash ^ (long) LONGS.get(line, i)) * MIX, 29);
        }
        for (; i < to; i++) {
            hash = (hash ^ line[i]) * MIX;
        }
        return (int) (hash >>> 40) & TEXTS - 1;
    }

    /** A known mould that reads a line as the grammar has read it, or {@code null}. */
    @Nullable
    HeaderMould known(byte[] line, Parsed.Recognised read) {
        HeaderMould known = mouldOf(line, 0, line.length);
        boolean right = known != null
                && known.length() == line.length - read.text().length()
                && read.header().equals(known.of(line, 0, line.length));
        return right ? known : null;
    }

    /** A mould that is not known yet, or {@code null} where none reads a line as the grammar has read it. */
    static @Nullable HeaderMould fresh(byte[] line, Parsed.Recognised read) {
        int length = line.length - read.text().length();
        boolean fits = length > 0 && length <= LONGEST_HEADER && read.text().length() <= LONGEST_TEXT;
        return fits ? HeaderMould.of(line, length, read.header()) : null;
    }

    /** Keeps a line: a mould that the grammar agrees with, and a text behind it. */
    void keep(HeaderMould mould, byte[] line, Parsed.Recognised read) {
        byte[] bytes = Arrays.copyOfRange(line, mould.length(), line.length);
        int slot = slot(mould, line, mould.length(), line.length);
        texts[slot ^ 1] = texts[slot];
        texts[slot] = new Text(mould, bytes, read);
    }

    /** Keeps a note that the grammar agrees with; the one that came first makes room. */
    void keep(NoteMould note) {
        newestNote = (newestNote + 1) % NOTES;
        notes[newestNote] = note;
    }

    /** Keeps a mould; of those that share a place the one that came last but few. */
    void keep(HeaderMould mould, byte[] line) {
        hash(line, 0, line.length, mould.length());
        lengths[mould.length()] = true;
        longest = Math.max(longest, mould.length());
        int place = place(hashes[mould.length()]);
        for (int i = PLACES - 1; i > 0; i--) {
            moulds[place + i & MOULDS - 1] = moulds[place + i - 1 & MOULDS - 1];
        }
        moulds[place] = mould;
    }
}
