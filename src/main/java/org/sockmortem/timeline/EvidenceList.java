package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lines behind a burst, bounded however long it lasts: the first twenty, the last, and the hundred largest notes. Mutable.
 */
final class EvidenceList {
    private static final int FIRST_LINES = 20;
    private static final int LARGEST_NOTES = 100;

    private final List<Kept> firstLines = new ArrayList<>(2);
    private @Nullable Kept lastLine;
    private @Nullable PriorityQueue<LimiterWindow.Note> largestNotes;
    private long seen;

    /** A line, so many lines behind that of an event which says the same. Made an event only when it is cited. */
    private record Kept(TimedEvent event, long behind) {}

    /** A line of the signal, in the order of the log, so many lines behind that of the event. */
    void addLine(TimedEvent line, long behind) {
        seen++;
        keep(new Kept(line, behind));
    }

    /** A note that speaks of the burst. */
    void addNote(LimiterWindow.Note note) {
        seen++;
        PriorityQueue<LimiterWindow.Note> notes = largestNotes;
        if (notes == null) {
            notes = new PriorityQueue<>(Comparator.comparingLong(LimiterWindow.Note::callbacks));
            largestNotes = notes;
        }
        notes.add(note);
        if (notes.size() > LARGEST_NOTES) {
            notes.remove();
        }
    }

    /** Everything of another list, which comes later in the log. */
    void addAll(EvidenceList later) {
        long other = later.seen;
        later.firstLines.forEach(this::keep);
        if (later.lastLine != null) {
            keep(later.lastLine);
        }
        PriorityQueue<LimiterWindow.Note> notes = later.largestNotes;
        if (notes != null) {
            notes.forEach(this::addNote);
            other -= notes.size();
        }
        seen += other;
    }

    private void keep(Kept line) {
        if (firstLines.size() < FIRST_LINES) {
            firstLines.add(line);
        } else {
            lastLine = line;
        }
    }

    /** The kept lines, in the order of the log. */
    List<Citation> citations() {
        List<TimedEvent> kept = new ArrayList<>();
        firstLines.forEach(l -> kept.add(l.event.linesOn(l.behind)));
        if (lastLine != null) {
            kept.add(lastLine.event.linesOn(lastLine.behind));
        }
        PriorityQueue<LimiterWindow.Note> notes = largestNotes;
        if (notes != null) {
            notes.forEach(n -> kept.add(n.event()));
        }
        kept.sort(Comparator.comparingLong((TimedEvent e) -> e.at().axisMicros())
                .thenComparing((TimedEvent e) -> e.ref().path())
                .thenComparingLong(e -> e.ref().line()));
        return kept.stream().map(TimedEvent::citation).toList();
    }

    /** Lines seen and not kept. */
    long omitted() {
        int kept = firstLines.size() + (lastLine == null ? 0 : 1) + (largestNotes == null ? 0 : largestNotes.size());
        return seen - kept;
    }
}
