package org.sockmortem.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The lines behind a burst, bounded however long it lasts: its first twenty, the last, and the hundred largest notes, of equal ones
 * the first. Mutable.
 */
final class EvidenceList {
    private static final int LARGEST_NOTES = 100;

    private final LineSample lines = new LineSample();
    private @Nullable PriorityQueue<Ranked> largestNotes;
    private long notes;

    /** A note, and how many came before it. */
    private record Ranked(LimiterWindow.Note note, long before) {
        /** The one to be given up first stands first. */
        static final Comparator<Ranked> ORDER = (a, b) -> {
            int bySize = Long.compare(a.note.callbacks(), b.note.callbacks());
            return bySize == 0 ? Long.compare(b.before, a.before) : bySize;
        };
    }

    /** Lines of the signal, in the order of the log. */
    void addLines(LineSample later) {
        lines.addAll(later);
    }

    /** A note that speaks of the burst. */
    void addNote(LimiterWindow.Note note) {
        PriorityQueue<Ranked> largest = largestNotes;
        if (largest == null) {
            largest = new PriorityQueue<>(Ranked.ORDER);
            largestNotes = largest;
        }
        if (largest.size() < LARGEST_NOTES) {
            largest.add(new Ranked(note, notes));
        } else if (note.callbacks() > largest.element().note.callbacks()) {
            largest.remove();
            largest.add(new Ranked(note, notes));
        }
        notes++;
    }

    /** The kept lines, in the order of the log. */
    List<Citation> citations() {
        List<TimedEvent> kept = lines.kept();
        PriorityQueue<Ranked> largest = largestNotes;
        if (largest != null) {
            largest.forEach(n -> kept.add(n.note.event()));
        }
        kept.sort(Comparator.comparingLong((TimedEvent e) -> e.at().axisMicros())
                .thenComparing((TimedEvent e) -> e.ref().path())
                .thenComparingLong(e -> e.ref().line()));
        return kept.stream().map(TimedEvent::citation).toList();
    }

    /** Lines seen and not kept. */
    long omitted() {
        return lines.seen() + notes - lines.held() - (largestNotes == null ? 0 : largestNotes.size());
    }
}
