package org.sockmortem.join;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;

/**
 * What one log says of one host, in the order of the log, in few bytes: an event takes about five, for it is told as its difference
 * from the event before, and lines that say the same one after the other take little more than one. Written once, read as often as
 * needed. Mutable until the log's end.
 */
public final class Tape {
    static final int WALL = 1;
    static final int UPTIME = 2;
    static final int CALLER = 4;
    static final int OTHER_PATH = 8;
    static final int OTHER_FORM = 16;
    /** Lines that say the same follow. */
    static final int AGAIN = 32;

    private static final int PIECE = 1 << 16;
    private static final int ROOM = 96;
    private static final int REMEMBERED = 1 << 10;

    private final String path;
    private final Words<Shape> shapes = new Words<>();
    private final Words<Form> forms = new Words<>();
    private final Words<String> callers = new Words<>();
    private final Words<String> paths = new Words<>();
    private final Known[] known = new Known[REMEMBERED];
    private final List<byte[]> pieces = new ArrayList<>();
    private byte[] piece = new byte[1 << 8];
    private int end;
    private long inPieces;
    private long events;
    private final Last last = new Last();
    private final Stretches stretches = new Stretches();
    private @Nullable Stamp firstStamp;
    private @Nullable Form lastForm;
    private final BootMarks marks = new BootMarks();
    private boolean openedByNote;
    private boolean fellBack;
    private @Nullable KernelEvent closing;
    private int lastFormNumber;
    private @Nullable Known lastNote;

    /** What the stamps of a log have in common. */
    record Form(
            int year,
            long resolutionMicros,
            @Nullable ZoneOffset offset,
            @Nullable DayOfWeek weekday) {}

    /** What the next event is told as the difference from. */
    static final class Last {
        long wall;
        long uptime;
        long line;
        int form = -1;
        int clocks = -1;
        int caller;
    }

    /** An event and a text that came before, taken apart. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Known(KernelEvent event, String text, int shape, Shape.Parts parts, byte[] detail) {
        private static final byte[] NO_DETAIL = new byte[0];

        static Known of(KernelEvent event, String text, int shape, Shape.Parts parts) {
            byte[] detail =
                    parts.detail().isEmpty() ? NO_DETAIL : parts.detail().getBytes(StandardCharsets.UTF_8);
            return new Known(event, text, shape, parts, detail);
        }

        /** Whether these are the same objects; who reads lines gives the same ones for the same line. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(KernelEvent other, String otherText) {
            return event == other && text == otherText;
        }
    }

    /** A tape of a log that is cited by this path. */
    public Tape(String path) {
        this.path = path;
    }

    private Known known(KernelEvent event, String text) {
        if (event instanceof KernelEvent.SuppressionNote note) {
            Known like = noteLikeTheLast(note, text);
            lastNote = like == null ? fresh(event, text) : like;
            return lastNote;
        }
        int place = System.identityHashCode(event) & REMEMBERED - 1;
        Known before = known[place];
        if (before == null || !before.isOf(event, text)) {
            before = fresh(event, text);
            known[place] = before;
        }
        return before;
    }

    private Known fresh(KernelEvent event, String text) {
        Shape.Parts parts = Shape.Parts.of(event, text);
        return Known.of(event, text, shapes.numberOf(parts.shape()), parts);
    }

    /** A note that differs from the last one in its number alone, as most do; each is an object of its own. */
    private @Nullable Known noteLikeTheLast(KernelEvent.SuppressionNote note, String text) {
        Known like = lastNote;
        if (like != null && like.isOf(note, text)) {
            return like;
        }
        Shape.Parts parts = like == null ? null : like.parts.withNumber(note, text);
        return like == null || parts == null ? null : Known.of(note, text, like.shape, parts);
    }

    /** The next event of the log. */
    public void add(TapedEvent event) {
        add(event, 1);
    }

    /**
     * The next events of the log, which differ in their lines alone.
     *
     * @param event the first of them
     * @param times how many they are, on lines that follow each other
     */
    public void add(TapedEvent event, int times) {
        Stamp stamp = event.stamp();
        if (event.event() instanceof KernelEvent.BootMark mark && mark.bootId() != null) {
            marks.add(event.ref().line(), mark.bootId());
        }
        if (firstStamp == null
                && !(event.event() instanceof KernelEvent.BootMark)
                && !(event.event() instanceof KernelEvent.LogSpan)) {
            firstStamp = stamp;
        }
        Known taken = known(event.event(), event.text());
        byte[] detail = taken.detail;
        room(ROOM + detail.length);
        WallStamp wall = stamp.wall();
        int form = wall == null ? -1 : formOf(wall);
        boolean otherForm = wall != null && form != last.form;
        boolean otherPath = !event.ref().path().equals(path);
        int clocks =
                (wall == null ? 0 : WALL) | (stamp.hasUptime() ? UPTIME : 0) | (stamp.caller() == null ? 0 : CALLER);
        piece[end++] =
                (byte) (clocks | (otherPath ? OTHER_PATH : 0) | (otherForm ? OTHER_FORM : 0) | (times > 1 ? AGAIN : 0));
        number(taken.shape);
        switch (taken.parts.shape().variety()) {
            case NONE -> {}
            case NUMBER -> number(taken.parts.number());
            case DETAIL -> {
                number(detail.length);
                System.arraycopy(detail, 0, piece, end, detail.length);
                end += detail.length;
            }
        }
        signed(event.ref().line() - last.line);
        last.line = event.ref().line() + times - 1;
        if (otherPath) {
            number(paths.numberOf(event.ref().path()));
        }
        boolean goesOn =
                clocks == last.clocks && !otherForm && taken.parts.shape().isPlain();
        last.clocks = clocks;
        if (wall != null) {
            if (otherForm) {
                number(form);
                last.form = form;
            }
            long at = micros(wall);
            goesOn &= at == last.wall;
            signed(at - last.wall);
            last.wall = at;
        }
        if (stamp.hasUptime()) {
            fellBack |= wall != null && stamp.uptimeMicros() < last.uptime - ReplayedRing.FALL_MICROS;
            goesOn &= stamp.uptimeMicros() == last.uptime;
            signed(stamp.uptimeMicros() - last.uptime);
            last.uptime = stamp.uptimeMicros();
        }
        if (stamp.caller() != null) {
            int caller = callers.numberOf(stamp.caller());
            goesOn &= caller == last.caller;
            number(caller);
            last.caller = caller;
        }
        if (times > 1) {
            number(times - 1);
        }
        events += times;
        stretches.wrote(goesOn, inPieces + end, times, last.line);
    }

    /** The number of what a stamp has in common with others; most have all in common with the one before. */
    private int formOf(WallStamp wall) {
        Form form = lastForm;
        boolean same = form != null
                && form.year == wall.year()
                && form.resolutionMicros == wall.resolutionMicros()
                && Objects.equals(form.offset, wall.offset())
                && form.weekday == wall.weekday();
        if (!same) {
            lastForm = new Form(wall.year(), wall.resolutionMicros(), wall.offset(), wall.weekday());
            lastFormNumber = forms.numberOf(lastForm);
        }
        return lastFormNumber;
    }

    /** A wall stamp as one number, larger for a later stamp of a year; months are 31 days long. */
    static long micros(WallStamp wall) {
        long day = (wall.month() - 1) * 31L + wall.day() - 1;
        return (day * 86_400 + wall.secondOfDay()) * 1_000_000 + wall.micros();
    }

    static WallStamp wall(long micros, Form form) {
        long second = Math.floorDiv(micros, 1_000_000);
        int day = (int) (second / 86_400);
        return new WallStamp(
                form.year,
                day / 31 + 1,
                day % 31 + 1,
                (int) (second % 86_400),
                (int) Math.floorMod(micros, 1_000_000L),
                form.resolutionMicros,
                form.offset,
                form.weekday);
    }

    private void room(int bytes) {
        if (piece.length - end >= bytes) {
            return;
        }
        if (piece.length < PIECE) {
            piece = Arrays.copyOf(piece, Math.max(piece.length * 4, end + bytes));
            return;
        }
        pieces.add(Arrays.copyOf(piece, end));
        inPieces += end;
        piece = new byte[Math.max(PIECE, bytes)];
        end = 0;
    }

    private void number(long value) {
        end = Varint.put(piece, end, value);
    }

    private void signed(long value) {
        end = Varint.putSigned(piece, end, value);
    }

    /** The stamp of its first event, {@link Stamp#NONE} where it has no event. */
    public Stamp firstStamp() {
        return firstStamp == null ? Stamp.NONE : firstStamp;
    }

    /** The log begins with a note that a line came again which is in the log before it; called before the note is added. */
    public void opensWithRepetition() {
        openedByNote |= events == 0;
    }

    /** The log's last line says this. */
    public void closesWith(KernelEvent event) {
        closing = event;
    }

    /** The log came newest first and was turned round, so that a journal's marks stand behind their boots. */
    public void wasTurnedRound() {
        marks.standBehind();
    }

    /** Whether the kernel's stamps fall back in it, beside wall clocks. */
    boolean fellBack() {
        return fellBack;
    }

    /** Another tape of the same log has the same first and last line. */
    void lendTo(Tape other) {
        other.openedByNote = openedByNote;
        other.closing = closing;
        if (marks.areBehind()) {
            other.wasTurnedRound();
        }
    }

    /** Whether its first event is a note that the last line of the log before it came again. */
    boolean isOpenedByNote() {
        return openedByNote;
    }

    /** The journal's marks of boots in it. */
    BootMarks marks() {
        return marks;
    }

    /** What the log's last line says, or {@code null} where that is not known. */
    @Nullable
    KernelEvent closing() {
        return closing;
    }

    /** How many events it holds. */
    public long events() {
        return events;
    }

    /** How the log is cited. */
    public String path() {
        return path;
    }

    /** Reads it from its beginning. */
    TapeCursor cursor() {
        List<byte[]> all = new ArrayList<>(pieces);
        all.add(Arrays.copyOf(piece, end));
        return new TapeCursor(path, all, stretches.reader(), shapes, forms, callers, paths);
    }
}
