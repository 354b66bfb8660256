package org.sockmortem.postmortem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sockmortem.parse.LineParser;
import org.sockmortem.snapshot.SnapshotReader;
import org.sockmortem.source.Source;
import org.sockmortem.source.Sources;

/**
 * The whole way from sources to a report: reads the captured state, then every log line by line into its host's timeline, then lets the
 * rules look at what was found. Depends on nothing but its arguments.
 */
public final class PostMortem {
    private final PostMortemOptions options;
    private final LineParser parser = new LineParser();

    private PostMortem(PostMortemOptions options) {
        this.options = options;
    }

    /** The report on these sources. */
    public static Report of(Sources sources, PostMortemOptions options) {
        return new PostMortem(options).examine(sources);
    }

    private Report examine(Sources sources) {
        List<Source> logs = new ArrayList<>();
        List<Source> captured = new ArrayList<>();
        for (Source source : sources.found()) {
            (SnapshotReader.of(source.path()).isPresent() ? captured : logs).add(source);
        }
        CapturedState state = CapturedState.read(captured, options.sysctlFile());
        Logs read = read(logs, state);
        if (read.hosts.all().size() > 1 && !state.isOption() && !state.isEmpty()) {
            // whose readings these are is not known, so they are nobody's
            state = state.withoutReadings();
            read = read(logs, state);
        }
        return new ReportBuilder(options, state).build(read.hosts, read.outcomes, sources.skipped());
    }

    private record Logs(Hosts hosts, List<LogOutcome> outcomes) {}

    private Logs read(List<Source> logs, CapturedState state) {
        Hosts hosts = new Hosts(options, state);
        List<LogOutcome> outcomes = new ArrayList<>();
        for (Source log : logs) {
            outcomes.add(new LogReading(log, hosts, parser, null).read());
        }
        Map<String, Set<String>> hostsOfFolder = new HashMap<>();
        for (LogOutcome outcome : outcomes) {
            hostsOfFolder
                    .computeIfAbsent(outcome.source().folder(), f -> new LinkedHashSet<>())
                    .addAll(outcome.hosts());
        }
        for (int i = 0; i < outcomes.size(); i++) {
            LogOutcome outcome = outcomes.get(i);
            HostAnalysis nameless = outcome.nameless();
            if (nameless == null || !outcome.hosts().isEmpty()) {
                continue;
            }
            String name = nameOf(hostsOfFolder.getOrDefault(outcome.source().folder(), Set.of()));
            if (hosts.claim(name, nameless)) {
                outcomes.set(i, outcome.named(name));
            } else if (!outcome.source().path().equals(Source.STANDARD_INPUT)) {
                // the host has a timeline already: its lines go there, in a second reading
                outcomes.set(i, new LogReading(outcome.source(), hosts, parser, name).read());
            }
        }
        return new Logs(hosts, outcomes);
    }

    private String nameOf(Set<String> othersOfFolder) {
        String told = options.host();
        if (told != null) {
            return told;
        }
        return othersOfFolder.size() == 1 ? othersOfFolder.iterator().next() : Hosts.UNKNOWN;
    }
}
