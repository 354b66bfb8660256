package org.sockmortem.join;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;
import org.sockmortem.source.SourceRef;

/** Reads a {@link Tape} from its beginning to its end. Mutable. */
final class TapeCursor {
    private static final int REMEMBERED = 1 << 9;
    private static final Said[] NOTHING = new Said[0];

    /** So many events are passed over in one piece, and what is left of the run or stretch that reaches it. */
    private static final int PASSED = 1 << 12;

    private final String path;
    private final List<byte[]> pieces;
    private final Stretches.Reader stretches;
    private final Words<Shape> shapes;
    private final Words<Tape.Form> forms;
    private final Words<String> callers;
    private final Words<String> paths;
    private final Tape.Last last = new Tape.Last();
    private Said[] said = NOTHING;
    private @Nullable Stamp lastStamp;
    private @Nullable TapedEvent again;
    private long left;
    private int index;
    private int at;
    private long bytesBefore;

    /** An event with a number in it, put together. */
    private record Said(Shape shape, long count, KernelEvent event, String text) {
        @SuppressWarnings("ReferenceEquality") // a tape has each shape once
        boolean isOf(Shape other, long otherCount) {
            return shape == other && count == otherCount;
        }
    }

    TapeCursor(
            String path,
            List<byte[]> pieces,
            Stretches.Reader stretches,
            Words<Shape> shapes,
            Words<Tape.Form> forms,
            Words<String> callers,
            Words<String> paths) {
        this.path = path;
        this.pieces = pieces;
        this.stretches = stretches;
        this.shapes = shapes;
        this.forms = forms;
        this.callers = callers;
        this.paths = paths;
    }

    /** Another cursor, which goes on from where this one is. */
    TapeCursor fork() {
        TapeCursor other = new TapeCursor(path, pieces, stretches.fork(), shapes, forms, callers, paths);
        other.last.wall = last.wall;
        other.last.uptime = last.uptime;
        other.last.line = last.line;
        other.last.form = last.form;
        other.lastStamp = lastStamp;
        other.again = again;
        other.left = left;
        other.index = index;
        other.at = at;
        other.bytesBefore = bytesBefore;
        return other;
    }

    /** Whether that is the very object that was given last. */
    @SuppressWarnings("ReferenceEquality")
    boolean gave(TapedEvent event) {
        return event == again;
    }

    /**
     * Passes over events that follow with the stamp of the one that was given last and are plain ({@link Shape#isPlain}), thousands of
     * them at most; {@code null} where none does.
     */
    @Nullable
    Passed passOver() {
        Stamp stamp = lastStamp;
        if (stamp == null) {
            return null;
        }
        int fromIndex = index;
        long fromBytesBefore = bytesBefore;
        int fromAt = at;
        long fromLeft = left;
        long fromLine = last.line;
        long passed = takeAgain();
        long more = 1;
        while (more > 0 && passed < PASSED) {
            more = passStretch();
            more = more > 0 ? more : passNext(stamp);
            passed += more;
        }
        if (passed == 0) {
            return null;
        }
        TapeCursor begin = fork();
        begin.index = fromIndex;
        begin.bytesBefore = fromBytesBefore;
        begin.at = fromAt;
        begin.left = fromLeft;
        begin.last.line = fromLine;
        return new Passed(begin, passed);
    }

    /** Passes over what the tape says of itself that it goes on like this; gives the number of events. */
    private long passStretch() {
        if (!stretches.isAt(bytesBefore + at)) {
            return 0;
        }
        long to = at + stretches.bytes();
        while (to > pieces.get(index).length) {
            to -= pieces.get(index).length;
            nextPiece();
        }
        at = (int) to;
        last.line += stretches.lines();
        return stretches.events();
    }

    /** Passes over the next event with all that say the same, if it is plain and has this very stamp; gives their number. */
    @SuppressWarnings("ReferenceEquality")
    private long passNext(Stamp stamp) {
        if (isAtEnd()) {
            return 0;
        }
        byte[] piece = pieces.get(index);
        int begin = at;
        int flags = piece[at++];
        Shape shape = shapes.valueOf((int) number(piece));
        switch (shape.variety()) {
            case NONE -> {}
            case NUMBER -> number(piece);
            case DETAIL -> {
                int length = (int) number(piece);
                at += length;
            }
        }
        long later = signed(piece);
        if ((flags & Tape.OTHER_PATH) != 0) {
            number(piece);
        }
        long wall = last.wall;
        long uptime = last.uptime;
        int form = last.form;
        if (!shape.isPlain() || stamp(piece, flags) != stamp) {
            // it is the next to be given, and is read once more then
            at = begin;
            last.wall = wall;
            last.uptime = uptime;
            last.form = form;
            lastStamp = stamp;
            return 0;
        }
        long same = (flags & Tape.AGAIN) == 0 ? 0 : number(piece);
        last.line += later + same;
        return 1 + same;
    }

    /** Passes over the events that say what the last one did; gives their number. */
    long takeAgain() {
        long taken = left;
        left = 0;
        last.line += taken;
        return taken;
    }

    /** The next event, or {@code null} at the end. */
    @Nullable
    TapedEvent next() {
        TapedEvent same = again;
        if (same != null && left > 0) {
            left--;
            last.line++;
            return new TapedEvent(
                    same.event(),
                    same.text(),
                    same.stamp(),
                    new SourceRef(same.ref().path(), last.line));
        }
        if (isAtEnd()) {
            return null;
        }
        byte[] piece = pieces.get(index);
        int flags = piece[at++];
        Shape shape = shapes.valueOf((int) number(piece));
        Said what = said(piece, shape);
        last.line += signed(piece);
        String cited = (flags & Tape.OTHER_PATH) == 0 ? path : paths.valueOf((int) number(piece));
        Stamp stamp = stamp(piece, flags);
        left = (flags & Tape.AGAIN) == 0 ? 0 : number(piece);
        again = new TapedEvent(what.event, what.text, stamp, new SourceRef(cited, last.line));
        return again;
    }

    private boolean isAtEnd() {
        while (index < pieces.size() && at == pieces.get(index).length) {
            nextPiece();
            at = 0;
        }
        return index == pieces.size();
    }

    private void nextPiece() {
        bytesBefore += pieces.get(index).length;
        index++;
    }

    private Said said(byte[] piece, Shape shape) {
        if (shape.variety() == Shape.Variety.DETAIL) {
            int length = (int) number(piece);
            String detail = new String(piece, at, length, StandardCharsets.UTF_8);
            at += length;
            return said(new Shape.Parts(shape, 0, detail));
        }
        long count = shape.variety() == Shape.Variety.NUMBER ? number(piece) : 0;
        if (said.length == 0) {
            said = new Said[REMEMBERED];
        }
        int place = (System.identityHashCode(shape) * 31 + Long.hashCode(count)) & REMEMBERED - 1;
        Said before = said[place];
        if (before == null || !before.isOf(shape, count)) {
            before = said(new Shape.Parts(shape, count, ""));
            said[place] = before;
        }
        return before;
    }

    private static Said said(Shape.Parts parts) {
        return new Said(parts.shape(), parts.number(), parts.event(), parts.text());
    }

    /** The stamp of the next event, the same object where it is the same as that of the one before. */
    private Stamp stamp(byte[] piece, int flags) {
        boolean hasWall = (flags & Tape.WALL) != 0;
        boolean otherForm = (flags & Tape.OTHER_FORM) != 0;
        if (otherForm) {
            last.form = (int) number(piece);
        }
        long laterWall = hasWall ? signed(piece) : 0;
        last.wall += laterWall;
        boolean hasUptime = (flags & Tape.UPTIME) != 0;
        long laterUptime = hasUptime ? signed(piece) : 0;
        last.uptime += laterUptime;
        String caller = (flags & Tape.CALLER) == 0 ? null : callers.valueOf((int) number(piece));
        Stamp before = lastStamp;
        boolean same = before != null
                && laterWall == 0
                && laterUptime == 0
                && !otherForm
                && hasWall == (before.wall() != null)
                && hasUptime == before.hasUptime()
                && Objects.equals(caller, before.caller());
        if (before == null || !same) {
            WallStamp wall = hasWall ? Tape.wall(last.wall, forms.valueOf(last.form)) : null;
            before = new Stamp(wall, hasUptime ? last.uptime : Stamp.NO_UPTIME, caller);
            lastStamp = before;
        }
        return before;
    }

    private long number(byte[] piece) {
        long value = Varint.get(piece, at);
        at = Varint.end(piece, at);
        return value;
    }

    private long signed(byte[] piece) {
        return Varint.signed(number(piece));
    }
}
