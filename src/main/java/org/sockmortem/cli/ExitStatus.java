package org.sockmortem.cli;

import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.diagnosis.Severity;
import org.sockmortem.diagnosis.Verdict;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.Report;

/** What the process ends with. Where several hold, 70 comes before 2 before 1 before 3. */
final class ExitStatus {
    /** Done, whatever was found. */
    static final int DONE = 0;
    /** {@code --fail-on} was met. */
    static final int FAIL_ON_MET = 1;
    /** Wrong usage, not one path could be opened, or the report could not be written. */
    static final int USAGE = 2;
    /** Done, but some input was missing, unreadable or damaged. */
    static final int PARTIAL = 3;
    /** A bug. */
    static final int BUG = 70;

    private ExitStatus() {}

    /**
     * After a report was written.
     *
     * @param failOn the least severity that fails, or {@code null} where none does
     */
    static int of(Report report, @Nullable Severity failOn) {
        if (failOn != null
                && report.hosts().stream().flatMap(h -> h.findings().stream()).anyMatch(f -> meets(f, failOn))) {
            return FAIL_ON_MET;
        }
        return report.coverage().inputs().stream().anyMatch(Coverage.Input::damaged) ? PARTIAL : DONE;
    }

    /**
     * After many reports were written.
     *
     * @param worst the severities of the worst findings that are not ruled out, by their ids
     * @param harmed whether some input was missing, unreadable or damaged
     * @param failOn the least severity that fails, or {@code null} where none does
     */
    static int of(Set<String> worst, boolean harmed, @Nullable Severity failOn) {
        boolean met = failOn != null
                && Stream.of(Severity.values()).anyMatch(s -> s.compareTo(failOn) >= 0 && worst.contains(s.id()));
        return met ? FAIL_ON_MET : harmed ? PARTIAL : DONE;
    }

    private static boolean meets(Finding finding, Severity least) {
        return finding.verdict() != Verdict.RULED_OUT && finding.severity().compareTo(least) >= 0;
    }
}
