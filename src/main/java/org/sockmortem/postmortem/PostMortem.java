package org.sockmortem.postmortem;

import java.util.List;
import org.sockmortem.scan.Workers;
import org.sockmortem.source.ReadProgress;
import org.sockmortem.source.Sources;

/**
 * The whole way from sources to a report: reads the captured state and every log, sorts them by host, lays each host's logs beside each
 * other, then lets the rules look at what was found. Depends on nothing but its arguments.
 */
public final class PostMortem {
    private PostMortem() {}

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
        Gathering gathering = new Gathering(parsers);
        Workers workers = parsers.workers();
        if (workers.count() > 1) {
            sources.visit(gathering, progress, workers, workers.count());
        } else {
            sources.visit(gathering, progress);
        }
        HostSorting.Sorted sorted = HostSorting.sort(gathering.trees(), gathering.outcomes(), options.host());
        String file = options.sysctlFile();
        CapturedState option = file == null ? null : CapturedState.named(file);
        List<HostLogs> hosts = sorted.hosts().stream()
                .map(h -> HostLogs.of(h, options, option))
                .toList();
        return new ReportBuilder(options, option, parsers.workers().count()).build(hosts, sorted, gathering);
    }
}
