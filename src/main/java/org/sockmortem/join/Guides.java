package org.sockmortem.join;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.join.Guide.Found;
import org.sockmortem.join.Guide.Told;

/**
 * Leads the logs of one boot to each other. Those with the kernel's own stamps lie where they are; of the others the one that agrees best
 * with a log which has its place is led next, so that two logs that share nothing are not laid beside each other by chance when a third
 * tells of both. It is led by all that have their place: each event lies where the finest log that tells of it has it. Mutable, for one
 * boot.
 */
final class Guides {
    private final List<Told> logs;
    private final Guide[] guides;

    /** What each log tells, once it has its place. */
    private final Map<Integer, Told> led = new HashMap<>();

    private final Map<Pair, Found> tried = new HashMap<>();

    /** What all of these tell, each event once. */
    private Told placed = new Told(List.of(), 0);

    private record Pair(int log, int by, Guide.Search search) {}

    private Guides(List<Told> logs) {
        this.logs = logs;
        this.guides = new Guide[logs.size()];
    }

    /** A guide for each of the logs; the first sets the axis. */
    static List<Guide> among(List<Told> logs) {
        Guides guides = new Guides(logs);
        for (int i = 0; i < logs.size(); i++) {
            if (i == 0 || logs.get(i).resolution() == 0) {
                guides.place(i, Guide.NONE);
            }
        }
        while (guides.led.size() < logs.size()) {
            guides.placeNext();
        }
        return List.of(guides.guides);
    }

    private void place(int log, Guide guide) {
        guides[log] = guide;
        led.put(log, guide.lead(logs.get(log)));
        placed = guide.unite(placed, logs.get(log));
    }

    private void placeNext() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < logs.size(); i++) {
            if (!led.containsKey(i)) {
                open.add(i);
            }
        }
        Found exact = null;
        int exactly = -1;
        Found best = null;
        int next = -1;
        for (Guide.Search search : Guide.Search.values()) {
            boolean further = best != null;
            for (int log : open) {
                for (int by = 0; by < logs.size(); by++) {
                    Found found = led.containsKey(by) ? found(new Pair(log, by, search)) : null;
                    if (found != null && found.isExact() && found.isBetterThan(exact)) {
                        exact = found;
                        exactly = log;
                    }
                    if (found != null && !further && found.isBetterThan(best)) {
                        best = found;
                        next = log;
                    }
                }
            }
        }
        if (exact != null) {
            place(exactly, exact.guideAmong(logs.get(exactly), placed));
        } else if (best != null) {
            place(next, best.guideAmong(logs.get(next), placed));
        } else {
            // where it is by its own clock, the finest first: the others may be told by it
            place(open.get(0), Guide.NONE);
        }
    }

    private @Nullable Found found(Pair pair) {
        if (!tried.containsKey(pair)) {
            Told by = led.getOrDefault(pair.by, logs.get(pair.by));
            tried.put(pair, Guide.of(logs.get(pair.log), by, pair.search));
        }
        return tried.get(pair);
    }
}
