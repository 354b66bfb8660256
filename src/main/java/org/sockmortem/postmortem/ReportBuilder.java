package org.sockmortem.postmortem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Case;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.RuleBook;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Wording;
import org.sockmortem.join.Span;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.scan.ScanSummary;
import org.sockmortem.snapshot.PageSize;
import org.sockmortem.source.Skipped;
import org.sockmortem.timeline.BootFacts;
import org.sockmortem.timeline.Timeline;

/** What was read, to the report. */
final class ReportBuilder {
    private final PostMortemOptions options;
    private final CapturedState state;

    ReportBuilder(PostMortemOptions options, CapturedState state) {
        this.options = options;
        this.state = state;
    }

    Report build(List<HostLogs> hosts, List<LogOutcome> outcomes, List<Skipped> skipped) {
        List<HostReport> reports = hosts.stream().map(this::host).toList();
        List<Coverage.Input> inputs = new ArrayList<>();
        outcomes.forEach(o -> inputs.add(log(o, hosts)));
        String only = hosts.size() == 1 ? reports.get(0).host() : null;
        state.files().forEach(f -> inputs.add(snapshot(f, only)));
        skipped.forEach(s -> inputs.add(Coverage.Input.skipped(s)));
        return new Report(options.version(), Coverage.of(inputs), reports);
    }

    private HostReport host(HostLogs logs) {
        Timeline.Result result = logs.timeline(options, state);
        BootFacts.Kernel kernel = kernel(result);
        CapturedState.Limiter limiter = state.limiter();
        return new HostReport(
                logs.name(),
                null,
                new HostReport.Kernel(
                        kernel.release() == null ? null : kernel.release().text(),
                        kernel.wording(),
                        kernel.era(),
                        kernel.knownFrom()),
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
                findings(logs.name(), result, kernel));
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

    private List<Finding> findings(String name, Timeline.Result result, BootFacts.Kernel kernel) {
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
                name,
                kernel.release(),
                age,
                kernel.era(),
                hashes,
                memories,
                result.bursts(),
                result.context(),
                result.incidents(),
                state.snapshot(),
                options.memoryBytes(),
                PageSize.of(state.snapshot()).orElse(Case.USUAL_PAGE_SIZE)));
    }

    private static Coverage.Input log(LogOutcome outcome, List<HostLogs> hosts) {
        ScanSummary summary = outcome.summary();
        String path = outcome.source().path();
        List<HostLogs> speaking =
                hosts.stream().filter(h -> h.joining().spanOf(path) != null).toList();
        Span span = speaking.isEmpty() ? null : speaking.get(0).joining().spanOf(path);
        String host = speaking.size() == 1 ? speaking.get(0).name() : null;
        String problem = outcome.problem();
        boolean damaged = problem != null;
        if (problem == null) {
            problem = remark(outcome, summary);
        }
        return new Coverage.Input(
                outcome.source().path(),
                host,
                "log",
                outcome.format(),
                outcome.source().facts().compression(),
                summary.bytes(),
                summary.lines(),
                outcome.recognised() + outcome.unrecognised(),
                outcome.recognised(),
                outcome.unrecognised(),
                span == null ? null : span.first(),
                span == null ? null : span.last(),
                problem,
                damaged);
    }

    private static @Nullable String remark(LogOutcome outcome, ScanSummary summary) {
        if (summary.bytes() == 0) {
            return "The file is empty.";
        }
        if (summary.binary()) {
            return "This is a binary file, not text; no line of it was read as a log.";
        }
        return outcome.recognised() > 0 ? null : "No line of it is one of the kernel messages that sockmortem knows.";
    }

    private static Coverage.Input snapshot(CapturedState.File file, @Nullable String host) {
        return new Coverage.Input(
                file.path(),
                host,
                "snapshot",
                LogFormat.UNKNOWN,
                "none",
                0,
                0,
                0,
                0,
                0,
                null,
                null,
                file.problem(),
                file.damaged());
    }
}
