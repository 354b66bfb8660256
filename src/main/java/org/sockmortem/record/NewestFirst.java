package org.sockmortem.record;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * Turns a log round that comes newest first, as log stores answer, {@code journalctl -r} and tac(1) print. Which way it comes shows with
 * the lines at its beginning, or with the first step forwards, or some backwards; until then, and as long as it comes backwards, what is
 * taken waits, up to a bound: what is beyond it comes as it is. Mutable, for one log.
 *
 * @param <T> what is put in order
 */
public final class NewestFirst<T> {
    private static final int UNDECIDED = 1_000;
    private static final int WAITING = 100_000;
    private static final int SURE = 3;
    /** A boot, a clock that is set, a second writer: against so many steps one the other way is no order. */
    private static final int EXCEPTION = 4;

    private static final long SECOND = Times.SECOND;
    private static final long DAY = 86_400 * SECOND;
    private static final long HALF_A_YEAR = 183 * DAY;

    private final Consumer<T> sink;
    private final int fewest;
    private final Deque<T> waiting = new ArrayDeque<>();
    private @Nullable Stamp before;
    private int downs;
    private int ups;

    /** Steps back within a second. */
    private int small;

    private boolean forwards;
    private boolean backwards;
    private boolean full;

    /**
     * A log's order.
     *
     * @param sink takes everything, in the order of time
     * @param fewest how many steps back, and none forwards, make a short log one that comes backwards
     */
    public NewestFirst(Consumer<T> sink, int fewest) {
        this.sink = sink;
        this.fewest = fewest;
    }

    /** A line at the log's beginning, of which nothing else is wanted; before the first that is taken. */
    public void look(Stamp stamp) {
        step(stamp);
    }

    /** No more is looked at: decides, if that was enough. */
    public void looked() {
        backwards = downs >= 2 && downs >= EXCEPTION * ups;
        forwards = ups > 0 && !backwards;
        before = null;
        downs = 0;
        small = 0;
    }

    /** Whether what is taken is handed on at once. */
    public boolean isForwards() {
        return forwards;
    }

    /** Takes the next of the log. */
    public void take(Stamp stamp, T next) {
        if (forwards) {
            sink.accept(next);
            return;
        }
        decide(stamp);
        waiting.add(next);
        if (forwards || waiting.size() >= (backwards ? WAITING : UNDECIDED)) {
            full = backwards;
            end();
            forwards = true;
        }
    }

    /** One of the log of which nothing but its moment is wanted. */
    public void pass(Stamp stamp) {
        if (!forwards) {
            decide(stamp);
            if (forwards) {
                end();
            }
        }
    }

    private void decide(Stamp stamp) {
        if (!backwards) {
            step(stamp);
            forwards = ups > 0;
            backwards = downs >= SURE;
        }
    }

    private void step(Stamp stamp) {
        Stamp last = before;
        if (stamp.wall() == null && !stamp.hasUptime()) {
            return;
        }
        before = stamp;
        if (last == null) {
            return;
        }
        WallStamp wall = stamp.wall();
        WallStamp lastWall = last.wall();
        long distance = wall == null || lastWall == null ? 0 : distance(lastWall, wall);
        if (Math.abs(distance) >= SECOND) {
            // within the second two writers of one log mix: a small step back says nothing, unless there is no other
            ups += distance > 0 ? 1 : 0;
            downs += distance < 0 ? 1 : 0;
        } else if (stamp.hasUptime() && last.hasUptime()) {
            ups += stamp.uptimeMicros() > last.uptimeMicros() ? 1 : 0;
            downs += stamp.uptimeMicros() < last.uptimeMicros() ? 1 : 0;
        } else {
            ups += distance > 0 ? 1 : 0;
            small += distance < 0 ? 1 : 0;
        }
    }

    private static long distance(WallStamp from, WallStamp to) {
        long distance = micros(to) - micros(from);
        boolean yearless = from.year() == 0 || to.year() == 0;
        // from December to January
        return yearless && Math.abs(distance) > HALF_A_YEAR ? -distance : distance;
    }

    private static long micros(WallStamp wall) {
        int year = wall.year() == 0 ? 2024 : wall.year();
        long zone = wall.offset() == null ? 0 : wall.offset().getTotalSeconds();
        return LocalDate.of(year, wall.month(), wall.day()).toEpochDay() * DAY
                + (wall.secondOfDay() - zone) * SECOND
                + wall.micros();
    }

    /** Hands on what waits; called once after the last was taken. */
    public void end() {
        backwards |= !forwards && ups == 0 && (downs >= fewest || small >= SURE);
        Iterator<T> order = backwards ? waiting.descendingIterator() : waiting.iterator();
        order.forEachRemaining(sink);
        waiting.clear();
    }

    /** Whether it came newest first. */
    public boolean isBackwards() {
        return backwards;
    }

    /** Whether more came newest first than could wait, so that the rest is not in order. */
    public boolean isFull() {
        return full;
    }
}
