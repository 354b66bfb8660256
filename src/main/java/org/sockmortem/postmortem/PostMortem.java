package org.sockmortem.postmortem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sockmortem.join.Joining;
import org.sockmortem.join.Log;
import org.sockmortem.join.Tape;
import org.sockmortem.join.Told;
import org.sockmortem.snapshot.SnapshotReader;
import org.sockmortem.source.ReadProgress;
import org.sockmortem.source.RotatedName;
import org.sockmortem.source.Skipped;
import org.sockmortem.source.Source;
import org.sockmortem.source.SourceVisitor;
import org.sockmortem.source.Sources;

/**
 * The whole way from sources to a report: reads the captured state and every log, lays each host's logs beside each other, then lets the
 * rules look at what was found. Depends on nothing but its arguments.
 */
public final class PostMortem {
    private final PostMortemOptions options;

    private PostMortem(PostMortemOptions options) {
        this.options = options;
    }

    /** The report on these sources, by one thread. */
    public static Report of(Sources sources, PostMortemOptions options) {
        return of(sources, options, ReadProgress.NONE, 1);
    }

    /**
     * The report on these sources, by one thread.
     *
     * @param progress is told how far the reading is; what it throws ends the whole
     */
    public static Report of(Sources sources, PostMortemOptions options, ReadProgress progress) {
        return of(sources, options, progress, 1);
    }

    /**
     * The report on these sources.
     *
     * @param progress is told how far the reading is; what it throws ends the whole
     * @param jobs threads to use at most; the report does not depend on it
     */
    public static Report of(Sources sources, PostMortemOptions options, ReadProgress progress, int jobs) {
        try (ParserPool parsers = new ParserPool(jobs, true)) {
            return of(sources, options, progress, parsers);
        }
    }

    /** The same, with these threads and parsers. */
    static Report of(Sources sources, PostMortemOptions options, ReadProgress progress, ParserPool parsers) {
        return new PostMortem(options).examine(sources, progress, parsers);
    }

    private Report examine(Sources sources, ReadProgress progress, ParserPool parsers) {
        List<LogOutcome> outcomes = new ArrayList<>();
        List<CapturedState.Captured> captured = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        sources.visit(
                new SourceVisitor() {
                    @Override
                    public void source(Source source) {
                        Optional<SnapshotReader> reader = SnapshotReader.of(source.name());
                        if (reader.isPresent()) {
                            captured.add(CapturedState.read(source, reader.get()));
                        } else {
                            outcomes.add(new LogReading(source, parsers).read());
                        }
                    }

                    @Override
                    public void skipped(Skipped what) {
                        skipped.add(what);
                    }
                },
                progress);
        outcomes.sort(Comparator.comparing(o -> o.source().path(), RotatedName.OLDEST_FIRST));
        CapturedState state = CapturedState.of(captured, options.sysctlFile());
        List<HostLogs> hosts = hosts(outcomes);
        if (hosts.size() > 1 && !state.isOption() && !state.isEmpty()) {
            // whose readings these are is not known, so they are nobody's
            state = state.withoutReadings();
        }
        return new ReportBuilder(options, state).build(hosts, outcomes, skipped);
    }

    private List<HostLogs> hosts(List<LogOutcome> outcomes) {
        Map<String, Set<String>> hostsOfFolder = new HashMap<>();
        for (LogOutcome outcome : outcomes) {
            hostsOfFolder
                    .computeIfAbsent(outcome.source().tree(), f -> new LinkedHashSet<>())
                    .addAll(outcome.hosts());
        }
        Map<String, List<Log>> logs = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (LogOutcome outcome : outcomes) {
            Map<String, Tape> tapes = new TreeMap<>(outcome.tapes());
            Tape nameless = outcome.nameless();
            if (tapes.isEmpty()) {
                String name = nameOf(hostsOfFolder.getOrDefault(outcome.source().tree(), Set.of()));
                tapes.put(name, nameless == null ? new Tape(outcome.source().path()) : nameless);
            }
            tapes.forEach((host, tape) ->
                    logs.computeIfAbsent(host, h -> new ArrayList<>()).add(outcome.log(tape)));
        }
        Told told = new Told(options.year(), options.zone(), null);
        List<HostLogs> hosts = new ArrayList<>();
        logs.forEach((name, all) -> hosts.add(new HostLogs(name, Joining.of(all, told, List.of()))));
        return hosts;
    }

    private String nameOf(Set<String> othersOfFolder) {
        String told = options.host();
        if (told != null) {
            return told;
        }
        return othersOfFolder.size() == 1 ? othersOfFolder.iterator().next() : HostNames.UNKNOWN;
    }
}
