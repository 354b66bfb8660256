package org.sockmortem.postmortem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.LineParser;
import org.sockmortem.parse.Parsed;
import org.sockmortem.scan.LineSink;

/** What the lines of one block say: parsed on any thread, and taken in order later. Mutable; one thread after the other has it. */
final class BlockLines implements LineSink {
    private final ParserPool parsers;
    private final List<Parsed.Recognised> lines = new ArrayList<>();
    private int[] numbers = new int[8];
    private int[] times = new int[8];
    private int[] linesBefore = new int[8];
    private @Nullable LineParser parser;
    private long recognised;
    private long unrecognised;

    /** Takes one line that says something. */
    @FunctionalInterface
    interface Taker {
        /**
         * A line, or several that say the same.
         *
         * @param line what it says
         * @param number of the first of them, within the block, from 1
         * @param times how many lines say it, one after the other
         * @param lineBefore the number of the line before it that is of the same host, if it is a note that a line came again
         */
        void take(Parsed.Recognised line, int number, int times, int lineBefore);
    }

    BlockLines(ParserPool parsers) {
        this.parsers = parsers;
    }

    @Override
    public void line(byte[] bytes, int bufferStart, int from, int to, long line) {
        List<Parsed.Recognised> records = parser().records(bytes, from, to);
        if (records.isEmpty()) {
            unrecognised++;
        } else {
            take(records, bytes, bufferStart, from, line);
        }
    }

    @Override
    public boolean tookKnown(byte[] bytes, int bufferStart, int from, int to, long line) {
        // a thread that has parsed nothing knows nothing, and to make a parser takes longer than to search a block
        LineParser own = parser == null ? parsers.atHand() : parser;
        List<Parsed.Recognised> records = own == null ? null : own.known(bytes, from, to);
        if (records == null) {
            return false;
        }
        take(records, bytes, bufferStart, from, line);
        return true;
    }

    @Override
    public boolean tookAgain(int count) {
        int last = lines.size() - 1;
        // what is known of a line is one record
        if (!mayComeAgain(lines.get(last))) {
            return false;
        }
        times[last] += count;
        recognised += count;
        return true;
    }

    private LineParser parser() {
        LineParser own = parser;
        if (own == null) {
            own = parsers.get();
            parser = own;
        }
        return own;
    }

    private void take(List<Parsed.Recognised> records, byte[] bytes, int bufferStart, int from, long line) {
        recognised++;
        int number = (int) line;
        // almost always one, and lines come by the million: no iterator for each
        for (int i = 0; i < records.size(); i++) {
            Parsed.Recognised record = records.get(i);
            if (!isAgain(record, number)) {
                add(record, number, lineBefore(record, bytes, bufferStart, from, number));
            }
        }
    }

    /** Whether it is the next line after the last one and the same; the parser gives the same object for the same bytes. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isAgain(Parsed.Recognised record, int number) {
        int last = lines.size() - 1;
        boolean again =
                last >= 0 && lines.get(last) == record && numbers[last] + times[last] == number && mayComeAgain(record);
        if (again) {
            times[last]++;
        }
        return again;
    }

    /** Whether it is enough to count what says the same: its line is where it stands, and it means no other line. */
    private static boolean mayComeAgain(Parsed.Recognised record) {
        return record.header().citedLine() == 0 && !(record.event() instanceof KernelEvent.RepetitionNote);
    }

    private int lineBefore(Parsed.Recognised record, byte[] bytes, int bufferStart, int from, int number) {
        boolean asked = record.event() instanceof KernelEvent.RepetitionNote note && note.repeated() == null;
        return asked
                ? (int) new LookBack(parser(), bytes, bufferStart)
                        .lineBefore(from, number, record.header().host())
                : number - 1;
    }

    private void add(Parsed.Recognised record, int number, int lineBefore) {
        int at = lines.size();
        if (at == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * at);
            times = Arrays.copyOf(times, 2 * at);
            linesBefore = Arrays.copyOf(linesBefore, 2 * at);
        }
        lines.add(record);
        numbers[at] = number;
        times[at] = 1;
        linesBefore[at] = lineBefore;
    }

    /** Has this said by the block's first line, whatever that seemed to say. */
    void beginWith(Parsed.Recognised line) {
        if (!lines.isEmpty() && numbers[0] == 1) {
            lines.set(0, line);
            return;
        }
        add(line, 1, 0);
        Collections.rotate(lines, 1);
        lastToFront(numbers);
        lastToFront(times);
        lastToFront(linesBefore);
        recognised++;
        unrecognised--;
    }

    private void lastToFront(int[] of) {
        int last = lines.size() - 1;
        int moved = of[last];
        System.arraycopy(of, 0, of, 1, last);
        of[0] = moved;
    }

    /** All of them, in order. */
    void forEach(Taker taker) {
        for (int i = 0; i < lines.size(); i++) {
            taker.take(lines.get(i), numbers[i], times[i], linesBefore[i]);
        }
    }

    /** How many lines the grammar knows. */
    long recognised() {
        return recognised;
    }

    /** How many lines it does not. */
    long unrecognised() {
        return unrecognised;
    }
}
