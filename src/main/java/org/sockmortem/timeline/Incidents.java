package org.sockmortem.timeline;

import java.util.ArrayList;
import java.util.List;
import org.sockmortem.clock.Moment;

/** Bursts that touch within the gap, of one boot, to incidents. */
final class Incidents {
    private Incidents() {}

    /** The incidents; {@code bursts} are in the order of boots and starts. */
    static List<Incident> of(String host, List<Burst> bursts, List<ContextEvent> context, long gapMicros) {
        List<Incident> incidents = new ArrayList<>();
        int from = 0;
        while (from < bursts.size()) {
            Moment end = bursts.get(from).end();
            int to = from + 1;
            while (to < bursts.size() && touches(bursts.get(from), end, bursts.get(to), gapMicros)) {
                Moment next = bursts.get(to).end();
                end = next.compareTo(end) > 0 ? next : end;
                to++;
            }
            incidents.add(incident(host, incidents.size() + 1, bursts.subList(from, to), end, context, gapMicros));
            from = to;
        }
        return incidents;
    }

    private static boolean touches(Burst first, Moment end, Burst next, long gapMicros) {
        return next.boot() == first.boot() && next.start().axisMicros() - end.axisMicros() <= gapMicros;
    }

    private static Incident incident(
            String host, int number, List<Burst> bursts, Moment end, List<ContextEvent> context, long gapMicros) {
        Moment start = bursts.get(0).start();
        int boot = bursts.get(0).boot();
        List<ContextEvent> near = context.stream()
                .filter(c -> c.boot() == boot)
                .filter(c -> c.at().axisMicros() >= start.axisMicros() - gapMicros)
                .filter(c -> c.at().axisMicros() <= end.axisMicros() + gapMicros)
                .toList();
        int last = bursts.get(bursts.size() - 1).number();
        return new Incident(host, number, start, end, bursts.get(0).number(), last, near);
    }
}
