package org.sockmortem.join;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.ClockModel;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * Reads the logs of a chain in their order, gives each event its moment, and tells where another run of the kernel begins. Mutable.
 */
final class ChainPlayer {
    private static final int AHEAD = 64;
    private static final long DAY_MICROS = 86_400_000_000L;

    private final ClockModel clock;
    private final @Nullable String running;
    private final Deque<Log> waiting = new ArrayDeque<>();
    private final List<Span> spans = new ArrayList<>();
    private @Nullable Log log;
    private @Nullable TapeCursor cursor;
    private @Nullable Moment firstOfLog;
    private boolean opening;
    private @Nullable KernelEvent closing;
    private final UnsetClock unset = new UnsetClock();
    private @Nullable WallStamp lastWall;
    private @Nullable LocalDate built;
    private int segment = -1;
    private boolean bootMark;
    private boolean spoken;
    private @Nullable Stamp lastStamp;
    private @Nullable Moment lastMoment;
    private @Nullable BootMarks marksOf;
    private int marks;
    private @Nullable String bootId;
    private boolean beganWithBootLine;
    private @Nullable TapedEvent given;

    /**
     * A player.
     *
     * @param running the id of the boot in which the host was captured, or {@code null}
     */
    ChainPlayer(ClockModel clock, @Nullable String running) {
        this.clock = clock;
        this.running = running;
    }

    /** Another log, to be read after those before it. */
    void queue(Log next) {
        waiting.add(next);
    }

    /** Begins a log; the one before it has been read to its end. */
    void load(Log next) {
        log = next;
        marksOf = next.tape().marks();
        marks = 0;
        lastMoment = null;
        TapeCursor begin = next.tape().cursor();
        cursor = begin;
        TapeCursor ahead = begin.fork();
        TapedEvent event = ahead.next();
        if (event != null) {
            unset.look(event, lastWall, builtBy(event), ahead);
        }
        firstOfLog = outer(unset.covers(next.first()) ? unset.believed(next.first()) : next.first());
        opening = true;
    }

    /** Whether a log goes on where what was read so far ended, so that it is of the same chain. */
    boolean goesOn(Log next) {
        return segment < 0
                || next.tape().events() == 0
                || (next.kept() == Log.Kept.PART_OF_ENDED
                        ? clock.continuesByUptime(next.tape().firstStamp())
                        : clock.continues(next.tape().firstStamp()));
    }

    /** The next event, or {@code null} after the last. */
    @Nullable
    Placed next() {
        for (TapedEvent taped = nextTaped(); taped != null; taped = nextTaped()) {
            KernelEvent event = taped.event();
            if (event instanceof KernelEvent.BootMark mark) {
                bootMark = (segment >= 0 || spoken) && !isCurrent(mark);
                marks += mark.bootId() == null ? 0 : 1;
            } else if (event instanceof KernelEvent.LogSpan span) {
                clock.notBefore(span.begin());
                lastMoment = null;
            } else {
                given = taped;
                return place(taped);
            }
        }
        return null;
    }

    /** Whether a mark before its lines is of the boot that is read already, as at the beginning of a log that goes on. */
    private boolean isCurrent(KernelEvent.BootMark mark) {
        String id = mark.bootId();
        return id != null
                && id.equals(bootId)
                && marksOf != null
                && marksOf.place(running) == BootMarks.Place.BEFORE_ITS_BOOT;
    }

    private @Nullable TapedEvent nextTaped() {
        TapedEvent taped = cursor == null ? null : cursor.next();
        while (taped == null) {
            endLog();
            Log next = waiting.poll();
            if (next == null) {
                return null;
            }
            load(next);
            taped = cursor == null ? null : cursor.next();
        }
        boolean begins = taped.event() instanceof KernelEvent.BootLine;
        if (begins) {
            built = builtBy(taped);
        }
        if ((begins || opening) && cursor != null) {
            unset.look(taped, lastWall, built, cursor.fork());
        }
        if (opening) {
            opening = false;
            taped = opened(taped);
        }
        return believed(taped);
    }

    private static @Nullable LocalDate builtBy(TapedEvent event) {
        return event.event() instanceof KernelEvent.BootLine ? KernelBuild.dayOf(event.text()) : null;
    }

    /**
     * How many more lines say what the event that was given last says, at the same moment, one after the other. They are not given again.
     */
    long takeAgain() {
        TapeCursor reading = behindPlain();
        return reading == null ? 0 : reading.takeAgain();
    }

    /**
     * Events of the same moment that follow the one that was given last, or {@code null}. They are not given again, and say nothing of
     * clocks and boots.
     */
    @Nullable
    Passed passOver() {
        TapeCursor reading = behindPlain();
        return reading == null ? null : reading.passOver();
    }

    /** The cursor, if it stands behind the event that was given last as the tape has it, and that event is plain. */
    private @Nullable TapeCursor behindPlain() {
        TapeCursor reading = cursor;
        TapedEvent event = given;
        return reading != null && event != null && Shape.isPlain(event.event()) && !bootMark && reading.gave(event)
                ? reading
                : null;
    }

    /** An event without what a clock told that was not set yet. */
    private TapedEvent believed(TapedEvent taped) {
        TapedEvent event = unset.believed(taped);
        WallStamp wall = event.stamp().wall();
        lastWall = wall == null ? lastWall : wall;
        return event;
    }

    /** Whether a clock that a line tells can have been right: it is not of before its kernel was built. */
    boolean believes(KernelEvent.ClockReading reading) {
        LocalDate day = built;
        return day == null || reading.epochMicros() >= day.minusDays(1).toEpochDay() * DAY_MICROS;
    }

    /** The first event of a log; a note that a line came again which is the last one of the log before it gets that line. */
    private TapedEvent opened(TapedEvent taped) {
        KernelEvent before = closing;
        if (log == null
                || before == null
                || !log.tape().isOpenedByNote()
                || !(taped.event() instanceof KernelEvent.RepetitionNote note)) {
            return taped;
        }
        return new TapedEvent(
                new KernelEvent.RepetitionNote(note.times(), before), taped.text(), taped.stamp(), taped.ref());
    }

    private void endLog() {
        Log ended = log;
        if (ended == null) {
            return;
        }
        Moment last = outer(ended.last());
        spans.add(new Span(ended.tape().path(), firstOfLog, last));
        if (ended.closedOn() != null) {
            clock.lastNotAfter(ended.closedOn());
        }
        if (ended.writtenOn() != null) {
            clock.writtenOn(ended.writtenOn());
        }
        closing = ended.tape().closing();
        log = null;
        cursor = null;
    }

    /** The moment of a log's first or last line, which need not be an event but may show that another boot has begun. */
    private @Nullable Moment outer(Stamp stamp) {
        bootMark |= segment >= 0 && clock.beginsBoot(stamp, false);
        Moment at = clock.place(stamp);
        return at.isTimed() ? at : null;
    }

    private Placed place(TapedEvent taped) {
        Stamp stamp = taped.stamp();
        spoken = true;
        Moment same = lastMoment;
        if (same != null && Shape.isPlain(taped.event()) && isLast(stamp)) {
            return new Placed(taped, same, segment);
        }
        boolean bootLine = taped.event() instanceof KernelEvent.BootLine;
        if (segment < 0 || bootMark || clock.beginsBoot(stamp, bootLine)) {
            segment = clock.beginBoot();
            bootId = marksOf == null ? null : marksOf.idAfter(marks, running);
            beganWithBootLine = bootLine;
            bootMark = false;
            if (isTimeless(stamp)) {
                expectNext();
            }
        }
        if (taped.event() instanceof KernelEvent.ClockReading reading && believes(reading)) {
            clock.read(stamp, reading.epochMicros(), reading.plusMinusMicros());
        }
        Moment at = clock.place(stamp);
        if (bootLine && built != null) {
            clock.builtOn(built);
        }
        lastStamp = stamp;
        lastMoment = at;
        return new Placed(taped, at, segment);
    }

    /** A line that was torn off from its stamp, or a console's own note, begins a boot where the next stamp does. */
    private void expectNext() {
        TapeCursor ahead = cursor == null ? null : cursor.fork();
        for (int i = 0; ahead != null && i < AHEAD; i++) {
            TapedEvent next = ahead.next();
            if (next == null || next.event() instanceof KernelEvent.BootMark) {
                return;
            }
            Stamp stamp = next.stamp();
            if (!isTimeless(stamp)) {
                clock.expect(stamp);
                return;
            }
        }
    }

    private static boolean isTimeless(Stamp stamp) {
        return stamp.wall() == null && !stamp.hasUptime();
    }

    /** Whether it is the stamp of the event before, which a tape gives once more, and nothing came between them. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isLast(Stamp stamp) {
        return stamp == lastStamp && !bootMark;
    }

    /** The journal's id of the segment that was begun last, or {@code null}. */
    @Nullable
    String bootId() {
        return bootId;
    }

    /** Whether the segment that was begun last shows the boot from its first line. */
    boolean beganWithBootLine() {
        return beganWithBootLine;
    }

    /** What the logs that were read to their end cover. */
    List<Span> spans() {
        return spans;
    }
}
