package org.sockmortem.join;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One log that tells of one host under several names, such as {@code localhost} until the host knew its own. */
public final class TapeMerge {
    private TapeMerge() {}

    /** What the tapes of one log say, in the order of its lines. */
    public static Tape of(List<Tape> tapes) {
        if (tapes.size() == 1) {
            return tapes.get(0);
        }
        Tape merged = new Tape(tapes.get(0).path());
        List<Head> heads = new ArrayList<>();
        tapes.forEach(t -> heads.add(new Head(t.cursor())));
        while (true) {
            Head first = null;
            for (Head head : heads) {
                TapedEvent event = head.event;
                boolean earlier = event != null
                        && (first == null
                                || first.event == null
                                || event.ref().line() < first.event.ref().line());
                first = earlier ? head : first;
            }
            if (first == null || first.event == null) {
                return merged;
            }
            merged.add(first.event);
            first.event = first.cursor.next();
        }
    }

    private static final class Head {
        private final TapeCursor cursor;
        private @Nullable TapedEvent event;

        Head(TapeCursor cursor) {
            this.cursor = cursor;
            this.event = cursor.next();
        }
    }
}
