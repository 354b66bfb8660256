package org.sockmortem.postmortem;

import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.Parsed;
import org.sockmortem.record.NewestFirst;

/**
 * The lines of a log in the order of time: of one that comes newest first ({@code journalctl -r}, tac(1), a log store's client), from its
 * end. There a note that a line came again stands before that line. Mutable, for one log.
 */
final class LineOrder {
    /** One step back is a clock that was set, or an excerpt beside another. */
    private static final int FEWEST = 2;

    private static final long NO_LINE = -2;

    private final Taker taker;
    private final NewestFirst<Line> order = new NewestFirst<>(this::inOrder, FEWEST);
    private @Nullable Line before;

    /** Takes one line that says something. */
    @FunctionalInterface
    interface Taker {
        /**
         * A line, or the first of several that say the same, one after the other.
         *
         * @param line what it says
         * @param number of the first of them, from 1
         * @param times how many lines say it
         * @param lineBefore the number of the line that it would repeat
         */
        void take(Parsed.Recognised line, long number, int times, long lineBefore);
    }

    private record Line(Parsed.Recognised said, long number, long lineBefore) {}

    LineOrder(Taker taker) {
        this.taker = taker;
    }

    /** A line at the log's beginning, before any is taken. */
    void look(Parsed.Header header) {
        order.look(header.stamp());
    }

    /** That was the beginning. */
    void looked() {
        order.looked();
    }

    /** Takes the next line of the log. */
    void take(Parsed.Recognised line, long number, int times, long lineBefore) {
        // journalctl's heading stands at the beginning whatever comes after it
        if (order.isForwards() || line.event() instanceof KernelEvent.LogSpan) {
            taker.take(line, number, times, lineBefore);
            return;
        }
        // which way the lines run may show later, and where others are merged is no matter of their order
        for (int i = 0; i < times; i++) {
            order.take(line.header().stamp(), new Line(line, number + i, i == 0 ? lineBefore : number + i - 1));
        }
    }

    private void inOrder(Line line) {
        if (!order.isBackwards()) {
            taker.take(line.said, line.number, 1, line.lineBefore);
            return;
        }
        Line last = before;
        long repeated = last != null && last.number == line.number + 1 ? last.number : NO_LINE;
        taker.take(line.said, line.number, 1, repeated);
        before = line;
    }

    /** Hands on what waits; called once after the last line. */
    void end() {
        order.end();
    }

    /** Whether the log comes newest first. */
    boolean isBackwards() {
        return order.isBackwards();
    }

    /** What is wrong with the order, in one sentence, or {@code null}. */
    @Nullable
    String problem() {
        return order.isFull()
                ? "It comes newest first, and holds more than can be turned round: what is before that stays as it came."
                : null;
    }
}
