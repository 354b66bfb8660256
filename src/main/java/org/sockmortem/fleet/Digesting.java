package org.sockmortem.fleet;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.HostReport;
import org.sockmortem.postmortem.Report;
import org.sockmortem.snapshot.Reading;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Incident;

/** A report on what was read together, parted into one report a host, each with its digest. */
final class Digesting {
    private final String path;
    private final Report report;

    /** A host's own report and the digest of it. */
    record Part(Report report, HostFacts digest) {}

    private Digesting(String path, Report report) {
        this.path = path;
        this.report = report;
    }

    /**
     * The hosts of a report, in its order.
     *
     * @param path what it was read from
     */
    static List<Part> parts(String path, Report report) {
        Digesting digesting = new Digesting(path, report);
        return report.hosts().stream().map(digesting::part).toList();
    }

    private Part part(HostReport host) {
        boolean alone = report.hosts().size() == 1;
        // what is nobody's may be anybody's: where something of it is missing, each may miss it
        List<Coverage.Input> inputs = report.coverage().inputs().stream()
                .filter(i -> host.host().equals(i.host()) || (i.host() == null && (alone || i.damaged())))
                .toList();
        Report own = new Report(report.version(), Coverage.of(inputs), List.of(host));
        return new Part(own, digest(host, own.coverage()));
    }

    private HostFacts digest(HostReport host, Coverage coverage) {
        List<Coverage.Input> inputs = coverage.inputs();
        boolean damaged = inputs.stream().anyMatch(Coverage.Input::damaged);
        boolean read = inputs.stream().anyMatch(i -> !i.damaged() || i.lines() > 0);
        Status status = !damaged ? Status.OK : read ? Status.PARTIAL : Status.FAILED;
        return new HostFacts(
                host.host(),
                path,
                status,
                problem(coverage),
                inputs.stream()
                        .filter(Coverage.Input::damaged)
                        .map(Coverage.Input::path)
                        .distinct()
                        .limit(HostFacts.MOST_DAMAGED)
                        .toList(),
                host.kernel().release(),
                host.boots(),
                host.machineId(),
                host.releases(),
                host.totals(),
                host.unattributed(),
                host.bursts().stream().map(Burst::brief).toList(),
                host.incidents().stream().map(Incident::brief).toList(),
                host.findings().stream().map(Finding::brief).toList(),
                settings(host),
                edge(inputs.stream().map(Coverage.Input::first), Comparator.naturalOrder()),
                edge(inputs.stream().map(Coverage.Input::last), Comparator.reverseOrder()),
                host.uncovered().subList(0, Math.min(host.uncovered().size(), HostFacts.MOST_STRETCHES)),
                coverage.lines(),
                coverage.candidates(),
                inputs.stream().filter(i -> !i.kind().equals("skipped")).count());
    }

    /** The sentence for what was damaged, {@code null} where nothing was: the first of it, and how much more there is. */
    static @Nullable String problem(Coverage coverage) {
        List<Coverage.Input> damaged =
                coverage.inputs().stream().filter(Coverage.Input::damaged).toList();
        if (damaged.isEmpty()) {
            return null;
        }
        String more = damaged.size() > 1 ? " (and " + (damaged.size() - 1) + " more)" : "";
        return damaged.get(0).path() + ": " + damaged.get(0).problem() + more;
    }

    private static Map<String, String> settings(HostReport host) {
        List<String> named =
                host.findings().stream().flatMap(f -> f.sysctls().stream()).toList();
        Map<String, String> settings = new TreeMap<>();
        for (Reading reading : host.readings()) {
            String value = reading.value();
            if (value != null && !reading.isConfigured() && named.contains(reading.name())) {
                // of several captures the last; readings come in order of their files
                settings.put(reading.name(), value);
            }
        }
        return settings;
    }

    /** The earliest, or the latest, by the wall clock where there is one. */
    private static @Nullable Moment edge(Stream<@Nullable Moment> moments, Comparator<LocalDateTime> order) {
        List<Moment> all = new ArrayList<>();
        moments.filter(Objects::nonNull).forEach(all::add);
        return all.stream()
                .filter(Moment::hasWall)
                .min(Comparator.comparing(m -> Objects.requireNonNull(m.wall()), order))
                .orElse(
                        all.isEmpty()
                                ? null
                                : all.get(
                                        order.compare(LocalDateTime.MIN, LocalDateTime.MAX) < 0 ? 0 : all.size() - 1));
    }
}
