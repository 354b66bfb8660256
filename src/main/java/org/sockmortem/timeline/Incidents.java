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
        List<Burst> together = new ArrayList<>();
        for (Burst burst : bursts) {
            if (!together.isEmpty() && !touches(together, burst, gapMicros)) {
                incidents.add(incident(host, incidents.size() + 1, together, context, gapMicros));
                together.clear();
            }
            together.add(burst);
        }
        if (!together.isEmpty()) {
            incidents.add(incident(host, incidents.size() + 1, together, context, gapMicros));
        }
        return incidents;
    }

    private static boolean touches(List<Burst> together, Burst burst, long gapMicros) {
        return burst.boot() == together.get(0).boot()
                && burst.start().axisMicros() - end(together).axisMicros() <= gapMicros;
    }

    private static Moment end(List<Burst> bursts) {
        return bursts.stream().map(Burst::end).max(Moment::compareTo).orElseThrow();
    }

    private static Incident incident(
            String host, int number, List<Burst> bursts, List<ContextEvent> context, long gapMicros) {
        Moment start = bursts.get(0).start();
        Moment end = end(bursts);
        int boot = bursts.get(0).boot();
        List<ContextEvent> near = context.stream()
                .filter(c -> c.boot() == boot)
                .filter(c -> c.at().axisMicros() >= start.axisMicros() - gapMicros)
                .filter(c -> c.at().axisMicros() <= end.axisMicros() + gapMicros)
                .toList();
        List<String> ids = bursts.stream().map(Burst::id).toList();
        return new Incident(host + "/incident-" + number, start, end, ids, near);
    }
}
