package org.sockmortem.record;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.parse.Parsed;
import org.sockmortem.parse.WallStamp;

/**
 * Turns records of log stores round that come newest first. Which way they come shows with the first step forwards, or some backwards;
 * until then, and as long as they come backwards, they wait, up to a bound: what is beyond it comes as it is. Other forms come as they
 * are: only stores turn a log round.
 */
public final class NewestFirst implements RecordSink {
    private static final int UNDECIDED = 1_000;
    private static final int WAITING = 100_000;
    private static final int SURE = 3;
    private static final long DAY = 86_400L * Times.SECOND;

    private final RecordSink sink;
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private @Nullable WallStamp before;
    private int downs;
    private boolean forwards;
    private boolean backwards;

    private record Waiting(Parsed.Header header, String text, long line) {}

    /** Records for this sink, in the order of time. */
    public NewestFirst(RecordSink sink) {
        this.sink = sink;
    }

    @Override
    public void record(Parsed.Header header, String text, long line) {
        if (forwards || header.format() != LogFormat.CONTAINER_JSON) {
            sink.record(header, text, line);
            return;
        }
        decide(header.stamp().wall());
        waiting.add(new Waiting(header, text, line));
        if (forwards || waiting.size() >= (backwards ? WAITING : UNDECIDED)) {
            end();
            forwards = true;
        }
    }

    private void decide(@Nullable WallStamp wall) {
        if (backwards || wall == null) {
            return;
        }
        WallStamp last = before;
        before = wall;
        if (last == null) {
            return;
        }
        long distance = micros(wall) - micros(last);
        forwards = distance > 0;
        // within the second two writers of one log mix, and a clock may be set back once
        downs += distance <= -Times.SECOND ? 1 : 0;
        backwards = downs >= SURE;
    }

    private static long micros(WallStamp wall) {
        int year = wall.year() == 0 ? 2024 : wall.year();
        long zone = wall.offset() == null ? 0 : wall.offset().getTotalSeconds();
        return LocalDate.of(year, wall.month(), wall.day()).toEpochDay() * DAY
                + (wall.secondOfDay() - zone) * Times.SECOND
                + wall.micros();
    }

    /** Hands on what waits; called once after the last record. */
    public void end() {
        backwards |= !forwards && downs > 0;
        Iterator<Waiting> order = backwards ? waiting.descendingIterator() : waiting.iterator();
        while (order.hasNext()) {
            Waiting next = order.next();
            sink.record(next.header(), next.text(), next.line());
        }
        waiting.clear();
    }

    /** Whether they came newest first. */
    public boolean isBackwards() {
        return backwards;
    }
}
