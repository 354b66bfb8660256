package org.sockmortem.join;

import java.util.Arrays;

/**
 * Where on a tape several plain events ({@link Shape#isPlain}) follow each other with the stamp of the event before them, so that a reader
 * who wants to know when things were said can go on behind them. Noted as the tape is written, in about five bytes each; {@link Reader}
 * finds them again. Mutable until the tape's end.
 */
final class Stretches {
    /** Fewer are not worth a note. */
    private static final int LEAST = 8;

    /** Who wants the last events of a stretch after all has to read all of it. */
    private static final int MOST = 1 << 12;

    /** A note is four numbers. */
    private static final int LONGEST = 4 * Varint.LONGEST;

    private byte[] notes = new byte[0];
    private int size;
    private long noted;
    private long begin;
    private long beginLine;
    private long end;
    private long endLine;
    private long events;

    /**
     * An event, or several that say the same, has been written.
     *
     * @param goesOn whether it is plain and has the stamp of the event before it
     * @param behind how many bytes the tape has now
     * @param times how many events it is
     * @param line of the last of them
     */
    void wrote(boolean goesOn, long behind, int times, long line) {
        if (goesOn) {
            end = behind;
            endLine = line;
            events += times;
        }
        if (!goesOn || events >= MOST) {
            note();
            begin = behind;
            beginLine = line;
        }
    }

    private void note() {
        if (events >= LEAST) {
            if (notes.length - size < LONGEST) {
                notes = Arrays.copyOf(notes, Math.max(1 << 8, notes.length + (notes.length >> 1)));
            }
            size = Varint.put(notes, size, begin - noted);
            size = Varint.put(notes, size, end - begin);
            size = Varint.put(notes, size, events);
            size = Varint.putSigned(notes, size, endLine - beginLine);
            noted = end;
        }
        events = 0;
    }

    /** Reads what has been noted so far, from the first on. */
    Reader reader() {
        if (events >= LEAST) {
            note();
            begin = end;
            beginLine = endLine;
        }
        return new Reader(notes, size);
    }

    /** A place among the stretches that a tape had when it was asked for them. Mutable. */
    static final class Reader {
        private final byte[] notes;
        private final int size;
        private int next;
        private long begin;
        private long bytes;
        private long events;
        private long lines;

        private Reader(byte[] notes, int size) {
            this.notes = notes;
            this.size = size;
            goOn();
        }

        private Reader(Reader other) {
            notes = other.notes;
            size = other.size;
            next = other.next;
            begin = other.begin;
            bytes = other.bytes;
            events = other.events;
            lines = other.lines;
        }

        /** Another one, which goes on from where this one is. */
        Reader fork() {
            return new Reader(this);
        }

        /**
         * Whether a stretch begins there.
         *
         * @param at how many bytes of the tape have been read, no fewer than when last asked
         */
        boolean isAt(long at) {
            while (begin < at) {
                goOn();
            }
            return begin == at;
        }

        private void goOn() {
            if (next == size) {
                begin = Long.MAX_VALUE;
                return;
            }
            begin += bytes + number();
            bytes = number();
            events = number();
            lines = Varint.signed(number());
        }

        private long number() {
            long value = Varint.get(notes, next);
            next = Varint.end(notes, next);
            return value;
        }

        /** How many bytes of the tape the stretch takes at which this stands. */
        long bytes() {
            return bytes;
        }

        /** How many events it is. */
        long events() {
            return events;
        }

        /** How many lines behind the event before it its last line is; less than 0 in a log that was turned round. */
        long lines() {
            return lines;
        }
    }
}
