package org.sockmortem.report.words;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Incident;

/**
 * The incidents of a host that people are told of one by one: of very many the largest, the first and the last. Nobody reads thousands;
 * what is made for programs has them all.
 */
public final class Foremost {
    private static final int MOST = 200;

    private Foremost() {}

    /** They, in order; all of them where they are not too many. */
    public static List<Incident> of(HostReport host) {
        List<Incident> all = host.incidents();
        if (all.size() <= MOST) {
            return all;
        }
        Map<String, Long> events = new HashMap<>();
        for (Burst burst : host.bursts()) {
            events.put(burst.id(), burst.likelyEvents());
        }
        Comparator<Incident> size = Comparator.comparingLong(i ->
                i.bursts().stream().mapToLong(b -> events.getOrDefault(b, 0L)).sum());
        Set<Incident> told = new HashSet<>();
        Stream.of(all.get(0), all.get(all.size() - 1)).forEach(told::add);
        all.subList(1, all.size() - 1).stream()
                .sorted(size.reversed())
                .limit(MOST - told.size())
                .forEach(told::add);
        return all.stream().filter(told::contains).toList();
    }
}
