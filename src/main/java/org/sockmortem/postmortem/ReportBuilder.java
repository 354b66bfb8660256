package org.sockmortem.postmortem;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Case;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.RuleBook;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Wording;
import org.sockmortem.snapshot.PageSize;
import org.sockmortem.timeline.BootFacts;
import org.sockmortem.timeline.Timeline;

/** What was read, to the report. */
final class ReportBuilder {
    private final PostMortemOptions options;
    private final @Nullable CapturedState option;
    private final int jobs;

    /**
     * A builder.
     *
     * @param option the state that the user named in place of every host's own, or {@code null}
     * @param jobs threads to use at most
     */
    ReportBuilder(PostMortemOptions options, @Nullable CapturedState option, int jobs) {
        this.options = options;
        this.option = option;
        this.jobs = jobs;
    }

    Report build(List<HostLogs> hosts, HostSorting.Sorted sorted, Gathering read) {
        List<HostReport> reports = hosts.stream().map(this::host).toList();
        return new Report(options.version(), new CoverageBuilder(hosts, sorted, option).of(read), reports);
    }

    private HostReport host(HostLogs logs) {
        Timeline.Result result = logs.timeline(options, jobs);
        CapturedState state = logs.state();
        BootFacts.Kernel kernel = kernel(result);
        CapturedState.Limiter limiter = state.limiter();
        return new HostReport(
                logs.name(),
                logs.namedBy(),
                logs.machineId(),
                new HostReport.Kernel(
                        kernel.release() == null ? null : kernel.release().text(),
                        kernel.wording(),
                        kernel.era(),
                        kernel.knownFrom()),
                BootReleases.of(result.boots(), state.snapshot()),
                new HostReport.RateLimit(
                        limiter.settings().intervalMicros() / 1e6,
                        limiter.settings().burst(),
                        limiter.knownFrom()),
                result.boots().stream().map(BootFacts::boot).toList(),
                state.snapshot().readings(),
                logs.joining().uncovered().stream()
                        .map(g -> new HostReport.Stretch(g.from(), g.to()))
                        .toList(),
                logs.last(),
                result.losses(),
                result.totals(),
                result.unattributed(),
                result.bursts(),
                result.incidents(),
                result.context(),
                findings(logs, result, kernel));
    }

    /** The kernel of the last boot that has a burst, else of the last boot. */
    private static BootFacts.Kernel kernel(Timeline.Result result) {
        int boot = result.bursts().isEmpty()
                ? result.boots().size() - 1
                : result.bursts().get(result.bursts().size() - 1).boot();
        for (BootFacts facts : result.boots()) {
            if (facts.boot().index() == boot) {
                return facts.kernel();
            }
        }
        return new BootFacts.Kernel(null, "unknown", LimiterEra.UNKNOWN, "unknown");
    }

    private List<Finding> findings(HostLogs logs, Timeline.Result result, BootFacts.Kernel kernel) {
        Map<Integer, Case.HashSize> hashes = new HashMap<>();
        Map<Integer, Case.MemorySize> memories = new HashMap<>();
        for (BootFacts facts : result.boots()) {
            BootFacts.Told entries = facts.establishedHash();
            if (entries != null) {
                hashes.put(facts.boot().index(), new Case.HashSize(entries.value(), entries.ref()));
            }
            BootFacts.Told memory = facts.memory();
            if (memory != null) {
                memories.put(facts.boot().index(), new Case.MemorySize(memory.value(), memory.ref()));
            }
        }
        Wording.Age age = switch (kernel.wording()) {
            case "<=3.2" -> Wording.Age.UP_TO_3_2;
            case ">=3.3" -> Wording.Age.SINCE_3_3;
            default -> Wording.Age.ANY;
        };
        return RuleBook.examine(new Case(
                logs.name(),
                kernel.release(),
                age,
                kernel.era(),
                hashes,
                memories,
                result.bursts(),
                result.context(),
                result.incidents(),
                logs.state().snapshot(),
                options.memoryBytes(),
                PageSize.of(logs.state().snapshot()).orElse(Case.USUAL_PAGE_SIZE)));
    }
}
