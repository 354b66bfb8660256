package org.sockmortem.join;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelEvent;

/**
 * Two logs of one boot to one stream, in which an event that both tell of comes once. Mutable.
 *
 * <p>Both logs tell in the order in which things happened, so copies are found in that order too: an event of the coarser log is a copy of
 * the first equal event of the finer one that lies within both stamps' slack and has no copy yet. Where each of the two lacks an event
 * that the other has, within a slack of each other, one is counted: never more than is proven.
 *
 * <p>A note that a line came again stands for lines which the other log may show; what it shows is taken off the note. A note of lost
 * lines says nothing while the other log speaks.
 */
final class CopyMerge implements EventStream {
    /** Memory: this many events of either log wait for each other, no more. */
    private static final int LIMIT = 4_096;

    private final EventStream finer;
    private final EventStream coarser;
    private final Deque<Entry> waiting = new ArrayDeque<>();
    private final Map<KernelEvent, Deque<Entry>> unpaired = new HashMap<>();
    private final Deque<JoinedEvent> alone = new ArrayDeque<>();
    private final Map<KernelEvent, Long> onlyInFiner = new HashMap<>();
    private final Map<KernelEvent, Long> onlyInCoarser = new HashMap<>();
    private @Nullable JoinedEvent nextFiner;
    private @Nullable JoinedEvent nextCoarser;
    private boolean finerBegan;
    private boolean coarserBegan;
    private long pairedTo = Long.MIN_VALUE;

    /** An event of the finer log that has not been given out. */
    private static final class Entry {
        JoinedEvent event;
        boolean paired;

        Entry(JoinedEvent event) {
            this.event = event;
        }
    }

    CopyMerge(EventStream finer, EventStream coarser) {
        this.finer = finer;
        this.coarser = coarser;
        this.nextFiner = finer.next();
        this.nextCoarser = coarser.next();
    }

    @Override
    public @Nullable JoinedEvent next() {
        while (true) {
            if (waiting.isEmpty()) {
                fill(Long.MIN_VALUE);
            }
            pairUp();
            Entry entry = waiting.peekFirst();
            JoinedEvent single = alone.peekFirst();
            if (entry == null && single == null) {
                return null;
            }
            JoinedEvent given = single != null && (entry == null || single.axis() < entry.event.axis())
                    ? giveCoarser(alone.removeFirst())
                    : giveFiner(waiting.removeFirst());
            if (given != null) {
                return given;
            }
        }
    }

    /** Looks for copies until no event of the coarser log can be one of the entry that is given out next. */
    private void pairUp() {
        for (JoinedEvent coarse = nextCoarser; coarse != null && alone.size() < LIMIT; coarse = nextCoarser) {
            Entry entry = waiting.peekFirst();
            if (entry != null && coarse.from() > entry.event.to()) {
                return;
            }
            if (entry == null && !alone.isEmpty()) {
                return;
            }
            coarserBegan = true;
            nextCoarser = coarser.next();
            pair(coarse);
        }
    }

    private void pair(JoinedEvent coarse) {
        fill(coarse.to());
        Deque<Entry> equal = unpaired.get(coarse.event());
        while (equal != null && !equal.isEmpty() && equal.getFirst().event.to() < coarse.from()) {
            equal.removeFirst();
        }
        if (equal != null && !equal.isEmpty() && equal.getFirst().event.from() <= coarse.to()) {
            Entry found = equal.removeFirst();
            found.event = found.event.with(coarse);
            found.paired = true;
            pairedTo = Math.max(pairedTo, found.event.axis());
            onlyInFiner.remove(coarse.event());
            onlyInCoarser.remove(coarse.event());
            return;
        }
        JoinedEvent left =
                coarse.event() instanceof KernelEvent.RepetitionNote note ? lessWaiting(coarse, note) : coarse;
        if (left != null) {
            long place = Math.max(left.axis(), pairedTo);
            pairedTo = place;
            alone.addLast(place == left.axis() ? left : left.at(left.at().onAxis(place)));
        }
    }

    /** What is left of a note of the coarser log once the finer one's lines, which are still to be given out, are taken off. */
    private @Nullable JoinedEvent lessWaiting(JoinedEvent coarse, KernelEvent.RepetitionNote note) {
        KernelEvent repeated = note.repeated();
        Deque<Entry> equal = repeated == null ? null : unpaired.get(repeated);
        long left = note.times();
        while (left > 0
                && equal != null
                && !equal.isEmpty()
                && equal.getFirst().event.from() <= coarse.to()) {
            Entry entry = equal.removeFirst();
            entry.paired = true;
            left--;
        }
        return less(coarse, note, note.times() - left, onlyInFiner);
    }

    private static @Nullable JoinedEvent less(
            JoinedEvent event, KernelEvent.RepetitionNote note, long taken, Map<KernelEvent, Long> shown) {
        KernelEvent repeated = note.repeated();
        long times = note.times() - taken;
        if (repeated != null) {
            times -= Math.min(times, shown.getOrDefault(repeated, 0L));
            shown.remove(repeated);
        }
        return times == 0 && note.times() > 0 ? null : event.saying(new KernelEvent.RepetitionNote(times, repeated));
    }

    private void fill(long until) {
        while (waiting.size() < LIMIT) {
            JoinedEvent event = nextFiner;
            if (event == null || (!waiting.isEmpty() && event.from() > until)) {
                return;
            }
            finerBegan = true;
            nextFiner = finer.next();
            Entry entry = new Entry(event);
            waiting.addLast(entry);
            unpaired.computeIfAbsent(event.event(), e -> new ArrayDeque<>(4)).addLast(entry);
        }
    }

    private @Nullable JoinedEvent giveFiner(Entry entry) {
        JoinedEvent event = entry.event;
        Deque<Entry> equal = unpaired.get(event.event());
        if (equal != null && equal.peekFirst() == entry) {
            equal.removeFirst();
        }
        if (equal != null && equal.isEmpty()) {
            unpaired.remove(event.event());
        }
        if (entry.paired) {
            return event;
        }
        if (event.event() instanceof KernelEvent.LossNote && coarserBegan && nextCoarser != null) {
            return null;
        }
        if (event.event() instanceof KernelEvent.RepetitionNote note) {
            return less(event, note, 0, onlyInCoarser);
        }
        onlyInCoarser.remove(event.event());
        if (coarserBegan) {
            onlyInFiner.merge(event.event(), 1L, Long::sum);
        }
        return event;
    }

    private @Nullable JoinedEvent giveCoarser(JoinedEvent event) {
        boolean finerGoesOn = nextFiner != null || !waiting.isEmpty();
        if (event.event() instanceof KernelEvent.LossNote && finerBegan && finerGoesOn) {
            return null;
        }
        if (finerBegan && !(event.event() instanceof KernelEvent.RepetitionNote)) {
            onlyInCoarser.merge(event.event(), 1L, Long::sum);
        }
        return event;
    }
}
