package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sockmortem.event.KernelEvent;
import org.sockmortem.event.Signal;

/**
 * Occurrences of context signals in one boot. An OOM kill with its lines (who asked, whose fault, who was chosen, who died) is one:
 * a line of the same or an earlier step, or one long after, begins the next. Mutable, bounded.
 */
final class ContextLog {
    private static final int LIMIT = 1_000;
    private static final long ONE_OCCURRENCE_MICROS = 60_000_000;

    private final List<ContextEvent> events = new ArrayList<>();
    private final Map<Signal, Last> last = new EnumMap<>(Signal.class);
    private final Map<Signal, Integer> places = new EnumMap<>(Signal.class);
    private final Map<Signal, Long> counts = new EnumMap<>(Signal.class);

    private record Last(int step, long axisMicros) {}

    /** A line of a context signal. */
    void add(TimedEvent event, KernelEvent.ContextLine line) {
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

    /** Further copies of a line, told by a repetition note. */
    void addRepeats(Signal signal, long times) {
        counts.merge(signal, times, Long::sum);
    }

    /** The first occurrences, in order. */
    List<ContextEvent> events() {
        return events;
    }

    /** All occurrences, by signal. */
    Map<Signal, Long> counts() {
        return counts;
    }
}
