package org.sockmortem.join;

import org.sockmortem.event.KernelEvent;

/**
 * Events of one moment that were passed over, and where to read them if somebody asks after all. Most are never asked for: of a flood the
 * first thousands and the last are.
 *
 * @param before a cursor that stands before them; it stays there
 * @param events how many they are, at least one
 */
record Passed(TapeCursor before, long events) {
    /** Takes an event, and how many lines say it, one after the other. */
    interface Reader {
        void read(KernelEvent event, long times);
    }

    /** Reads them. */
    void read(Reader reader) {
        TapeCursor cursor = before.fork();
        long left = events;
        for (TapedEvent event = cursor.next(); left > 0 && event != null; event = left > 0 ? cursor.next() : null) {
            long times = Math.min(left, 1 + cursor.takeAgain());
            reader.read(event.event(), times);
            left -= times;
        }
    }
}
