package org.sockmortem.postmortem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.join.Joining;
import org.sockmortem.join.Span;
import org.sockmortem.parse.LogFormat;
import org.sockmortem.scan.ScanSummary;
import org.sockmortem.source.Source;

/** What was read, input by input, to the report's account of it. */
final class CoverageBuilder {
    private static final String NOT_USED = "Not used: the logs are of several hosts, and nothing tells whose this is.";
    private static final String REPLACED = "Not used: --sysctl stands in for it.";

    private static final String SAID_ELSEWHERE =
            "Not counted: its lines have no stamps, and nine of ten of its events stand in the host's other logs.";
    private static final String NO_STAMPS = "Counted as a boot of its own: its lines have no stamps, so nothing tells"
            + " whether the host's other logs tell of the same boot; then some events are counted twice.";
    private static final String NO_ANCHOR = "Counted as a boot of its own: its stamps count from a boot, and neither a"
            + " wall clock nor an event ties them to the host's other logs; if those tell of the same boot, some events"
            + " are counted twice.";

    private final Map<String, List<Joining>> tellers = new HashMap<>();
    private final HostSorting.Sorted sorted;
    private final @Nullable CapturedState option;

    CoverageBuilder(List<HostLogs> hosts, HostSorting.Sorted sorted, @Nullable CapturedState option) {
        for (HostLogs host : hosts) {
            Joining joining = host.joining();
            joining.paths()
                    .forEach(p ->
                            tellers.computeIfAbsent(p, k -> new ArrayList<>(1)).add(joining));
        }
        this.sorted = sorted;
        this.option = option;
    }

    /** The account of everything that was read. */
    Coverage of(Gathering read) {
        boolean nothing = read.outcomes().stream().noneMatch(o -> o.recognised() > 0);
        List<Coverage.Input> inputs = new ArrayList<>();
        Map<String, List<LogOutcome>> files = new LinkedHashMap<>();
        read.outcomes()
                .forEach(o -> files.computeIfAbsent(o.source().path(), p -> new ArrayList<>())
                        .add(o));
        files.values().forEach(sections -> inputs.add(log(sections, nothing)));
        if (option != null) {
            option.files().forEach(f -> inputs.add(snapshot(f, null)));
        }
        read.trees().stream()
                .flatMap(t -> t.captured().stream().map(c -> captured(t, c.file())))
                .sorted(Comparator.comparing(CapturedState.File::path))
                .forEach(f -> inputs.add(snapshot(f, sorted.hostOf(f.path()))));
        read.skipped().forEach(s -> inputs.add(Coverage.Input.skipped(s)));
        return Coverage.of(inputs, read.leftOut());
    }

    private CapturedState.File captured(TreeFindings tree, CapturedState.File file) {
        boolean unused = option != null || sorted.nobodys().contains(tree);
        return file.damaged() || !unused || file.readings() == 0
                ? file
                : new CapturedState.File(file.path(), 0, option != null ? REPLACED : NOT_USED, false);
    }

    /** One file, which may be of several sections. */
    private Coverage.Input log(List<LogOutcome> sections, boolean nothing) {
        LogOutcome first = sections.get(0);
        String path = first.source().path();
        List<Span> spans =
                tellersOf(path).flatMap(j -> Stream.ofNullable(j.spanOf(path))).toList();
        Span span = spans.isEmpty() ? null : spans.get(0);
        String problem = sections.stream()
                .flatMap(o -> Stream.ofNullable(o.problem()))
                .findFirst()
                .orElse(null);
        boolean damaged = problem != null;
        return new Coverage.Input(
                path,
                sorted.hostOf(path),
                "log",
                format(sections),
                first.source().facts().compression(),
                sections.stream().mapToLong(o -> o.summary().bytes()).sum(),
                sections.stream().mapToLong(o -> o.summary().lines()).sum(),
                sections.stream()
                        .mapToLong(o -> o.recognised() + o.unrecognised())
                        .sum(),
                sections.stream().mapToLong(LogOutcome::recognised).sum(),
                sections.stream().mapToLong(LogOutcome::unrecognised).sum(),
                0,
                span == null ? null : span.first(),
                span == null ? null : span.last(),
                damaged ? problem : sections.size() > 1 ? null : remark(first, nothing),
                damaged);
    }

    /** Sections of commands and files are supportconfig's; others are named by a word. */
    private static LogFormat format(List<LogOutcome> sections) {
        if (sections.stream().map(LogOutcome::source).anyMatch(CoverageBuilder::isCommand)) {
            return LogFormat.SUPPORTCONFIG;
        }
        List<LogFormat> formats = sections.stream()
                .filter(o -> sections.size() == 1 || o.recognised() > 0)
                .map(LogOutcome::format)
                .distinct()
                .toList();
        return formats.size() == 1 ? formats.get(0) : formats.isEmpty() ? LogFormat.UNKNOWN : LogFormat.MIXED;
    }

    private static boolean isCommand(Source source) {
        return source.isSection()
                && source.name()
                        .substring(source.path().length() + Source.INSIDE.length())
                        .matches("[^/ ]*[/ ].*");
    }

    /** That a file is no kernel's log goes without saying beside others that are. */
    private @Nullable String remark(LogOutcome outcome, boolean nothing) {
        ScanSummary summary = outcome.summary();
        if (summary.bytes() == 0) {
            return "The file is empty.";
        }
        if (summary.binary()) {
            return "This is a binary file, not text; no line of it was read as a log.";
        }
        if (outcome.recognised() > 0) {
            return unplaced(outcome.source().path());
        }
        return nothing ? "No line of it is one of the kernel messages that sockmortem knows." : null;
    }

    /** Of many hosts those that have a log of that path, in their order. */
    private Stream<Joining> tellersOf(String path) {
        return tellers.getOrDefault(path, List.of()).stream();
    }

    private @Nullable String unplaced(String path) {
        return tellersOf(path)
                .flatMap(j -> Stream.ofNullable(j.unplaced(path)))
                .map(why -> switch (why) {
                    case SAID_ELSEWHERE -> SAID_ELSEWHERE;
                    case NO_STAMPS -> NO_STAMPS;
                    case NO_ANCHOR -> NO_ANCHOR;
                })
                .findFirst()
                .orElse(null);
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
                file.readings(),
                null,
                null,
                file.problem(),
                file.damaged());
    }
}
