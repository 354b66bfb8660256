package org.sockmortem.timeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sockmortem.clock.Moment;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.Signal;

/**
 * Occurrences of context signals in one boot. An OOM kill with its lines (who asked, whose fault, who was chosen, who died) is one:
 * a line of the same or an earlier step, or one long after, begins the next. Mutable, bounded.
 */
final class ContextLog {
    private static final int LIMIT = 1_000;
    private static final long ONE_OCCURRENCE_MICROS = 60_000_000;
    /** So near to a line of a limit a companion is kept. */
    private static final long BESIDE_MICROS = 120_000_000;

    private static final int MOST_WAITING = 64;

    private final List<ContextEvent> events = new ArrayList<>();
    private final Map<Signal, Last> last = new EnumMap<>(Signal.class);
    private final Map<Signal, Integer> places = new EnumMap<>(Signal.class);
    private final Map<Signal, Long> counts = new EnumMap<>(Signal.class);
    private final Deque<ContextEvent> waiting = new ArrayDeque<>();
    private final List<ContextEvent> companions = new ArrayList<>();
    private long lastLine = Long.MIN_VALUE / 2;

    private record Last(int step, long axisMicros) {}

    /** A line of a context signal. */
    void add(TimedEvent event, KernelEvent.ContextLine line) {
        if (line.signal().isCompanion()) {
            companion(new ContextEvent(line.signal(), event.boot(), event.at(), line.detail(), event.citation()));
            return;
        }
        Last before = last.put(line.signal(), new Last(line.step(), event.at().axisMicros()));
        boolean continues = before != null
                && line.step() > before.step
                && event.at().axisMicros() - before.axisMicros <= ONE_OCCURRENCE_MICROS;
        if (continues) {
            Integer place = places.get(line.signal());
            if (place != null) {
                events.set(place, events.get(place).with(event.citation()));
            }
            return;
        }
        places.remove(line.signal());
        counts.merge(line.signal(), 1L, Long::sum);
        if (events.size() < LIMIT) {
            places.put(line.signal(), events.size());
            events.add(new ContextEvent(line.signal(), event.boot(), event.at(), line.detail(), event.citation()));
        }
    }

    private void companion(ContextEvent event) {
        if (event.at().axisMicros() - lastLine <= BESIDE_MICROS) {
            keep(event);
            return;
        }
        waiting.addLast(event);
        if (waiting.size() > MOST_WAITING) {
            waiting.removeFirst();
        }
    }

    private void keep(ContextEvent companion) {
        if (companions.size() < LIMIT) {
            companions.add(companion);
        }
    }

    /** A line of a limit was said then: what ended shortly before is of interest. */
    void beside(Moment at) {
        lastLine = at.axisMicros();
        while (!waiting.isEmpty()) {
            ContextEvent event = waiting.removeFirst();
            if (lastLine - event.at().axisMicros() <= BESIDE_MICROS) {
                keep(event);
            }
        }
    }

    /** Further copies of a line, told by a repetition note. */
    void addRepeats(Signal signal, long times) {
        if (signal.isCompanion()) {
            return;
        }
        counts.merge(signal, times, Long::sum);
    }

    /** The first occurrences, in order. */
    List<ContextEvent> events() {
        if (companions.isEmpty()) {
            return events;
        }
        List<ContextEvent> all = new ArrayList<>(events);
        all.addAll(companions);
        all.sort(Comparator.comparing(ContextEvent::at));
        return all;
    }

    /** All occurrences, by signal; companions are not counted. */
    Map<Signal, Long> counts() {
        return counts;
    }
}
