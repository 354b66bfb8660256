package org.sockmortem.join;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sockmortem.parse.Stamp;
import org.sockmortem.parse.WallStamp;
import org.sockmortem.source.SourceRef;

/** Reads a {@link Tape} from its beginning to its end. Mutable. */
final class TapeCursor {
    private final String path;
    private final List<byte[]> pieces;
    private final Words<Shape> shapes;
    private final Words<Tape.Form> forms;
    private final Words<String> callers;
    private final Words<String> paths;
    private final Tape.Last last = new Tape.Last();
    private int index;
    private int at;

    TapeCursor(
            String path,
            List<byte[]> pieces,
            Words<Shape> shapes,
            Words<Tape.Form> forms,
            Words<String> callers,
            Words<String> paths) {
        this.path = path;
        this.pieces = pieces;
        this.shapes = shapes;
        this.forms = forms;
        this.callers = callers;
        this.paths = paths;
    }

    /** The next event, or {@code null} at the end. */
    @Nullable
    TapedEvent next() {
        while (index < pieces.size() && at == pieces.get(index).length) {
            index++;
            at = 0;
        }
        if (index == pieces.size()) {
            return null;
        }
        byte[] piece = pieces.get(index);
        int flags = piece[at++];
        Shape shape = shapes.valueOf((int) number(piece));
        long count = 0;
        String detail = "";
        switch (shape.variety()) {
            case NONE -> {}
            case NUMBER -> count = number(piece);
            case DETAIL -> {
                int length = (int) number(piece);
                detail = new String(piece, at, length, StandardCharsets.UTF_8);
                at += length;
            }
        }
        last.line += signed(piece);
        String cited = (flags & Tape.OTHER_PATH) == 0 ? path : paths.valueOf((int) number(piece));
        Stamp stamp = stamp(piece, flags);
        Shape.Parts parts = new Shape.Parts(shape, count, detail);
        return new TapedEvent(parts.event(), parts.text(), stamp, new SourceRef(cited, last.line));
    }

    private Stamp stamp(byte[] piece, int flags) {
        WallStamp wall = null;
        if ((flags & Tape.WALL) != 0) {
            if ((flags & Tape.OTHER_FORM) != 0) {
                last.form = (int) number(piece);
            }
            last.wall += signed(piece);
            wall = Tape.wall(last.wall, forms.valueOf(last.form));
        }
        long uptime = Stamp.NO_UPTIME;
        if ((flags & Tape.UPTIME) != 0) {
            last.uptime += signed(piece);
            uptime = last.uptime;
        }
        String caller = (flags & Tape.CALLER) == 0 ? null : callers.valueOf((int) number(piece));
        return new Stamp(wall, uptime, caller);
    }

    private long number(byte[] piece) {
        long value = 0;
        int shift = 0;
        byte b = piece[at++];
        while (b < 0) {
            value |= (b & 0x7FL) << shift;
            shift += 7;
            b = piece[at++];
        }
        return value | (long) b << shift;
    }

    private long signed(byte[] piece) {
        long value = number(piece);
        return value >>> 1 ^ -(value & 1);
    }
}
