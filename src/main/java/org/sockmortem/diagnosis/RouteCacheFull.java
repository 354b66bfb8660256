package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/** The route cache was full, told by {@code dst cache overflow} (IPv4, up to 3.5) or {@code Route cache is full} (IPv6, some kernels from 5.14 to 6.1). */
final class RouteCacheFull implements Rule {
    @Override
    public String cause() {
        return "route-cache-full";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> bursts = c.bursts(Signal.ROUTE_CACHE_FULL);
        if (bursts.isEmpty()) {
            return List.of();
        }
        boolean six = bursts.stream()
                .flatMap(b -> b.evidence().stream())
                .anyMatch(e -> e.text().contains("net.ipv6.route.max_size"));
        String name = six ? "net.ipv6.route.max_size" : "net.ipv4.route.max_size";
        Optional<Known> limit = Known.sysctl(c, name);
        return List.of(new Draft(cause(), bursts, name)
                .said("route.line", name)
                .limit(name, limit)
                .twice(name, limit, "route.raise", "limit.read-first")
                .action(Remedy.Kind.COLLECT, "route.collect")
                .finding(Severity.WARNING, Verdict.CONFIRMED));
    }
}
