package org.sockmortem.fleet;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.clock.Moment;
import org.sockmortem.diagnosis.Finding;
import org.sockmortem.postmortem.Coverage;
import org.sockmortem.postmortem.HostReport.Stretch;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.Incident;
import org.sockmortem.timeline.SignalTotal;

/**
 * Of a host's report what the fleet needs: no lines of logs, no windows, no reasons.
 *
 * @param name the host's, as its logs or files tell it; others may have the same
 * @param path what it was read from, the first where that is several
 * @param status what came of it
 * @param problem one sentence where that is not all well, else {@code null}
 * @param damaged what of it was damaged, at most {@value #MOST_DAMAGED} paths
 * @param release of the kernel, or {@code null}
 * @param boots in order
 * @param machineId or {@code null}
 * @param releases the kernel's release by boot, as far as known
 * @param totals by signal
 * @param unattributed suppressed calls that belong to no signal
 * @param bursts in order, without windows and evidence
 * @param incidents in order, without context
 * @param findings the one to look at first, first; without evidence
 * @param settings the captured values of the sysctls that the findings name
 * @param first the first moment that its logs tell of, or {@code null}
 * @param last the last moment, or {@code null}
 * @param uncovered stretches between the two that no log covers, at most {@value #MOST_STRETCHES}
 * @param lines read
 * @param candidates lines that hold a word of interest
 * @param inputs how many logs and captured files were read
 */
public record HostFacts(
        String name,
        String path,
        Status status,
        @Nullable String problem,
        List<String> damaged,
        @Nullable String release,
        List<Boot> boots,
        @Nullable String machineId,
        Map<Integer, String> releases,
        List<SignalTotal> totals,
        long unattributed,
        List<Burst> bursts,
        List<Incident> incidents,
        List<Finding> findings,
        Map<String, String> settings,
        @Nullable Moment first,
        @Nullable Moment last,
        List<Stretch> uncovered,
        long lines,
        long candidates,
        long inputs) {
    static final int MOST_STRETCHES = 100;
    static final int MOST_DAMAGED = 100;

    /** A host that is there, and tells nothing. */
    static HostFacts empty(String name, String path, Coverage coverage) {
        return bare(
                name,
                path,
                Status.OK,
                null,
                List.of(),
                coverage.lines(),
                coverage.inputs().size());
    }

    /** A host of which nothing could be analysed. */
    static HostFacts failed(String name, String path, String problem) {
        return bare(name, path, Status.FAILED, problem, List.of(path), 0, 0);
    }

    private static HostFacts bare(
            String name,
            String path,
            Status status,
            @Nullable String problem,
            List<String> damaged,
            long lines,
            long inputs) {
        return new HostFacts(
                name, path, status, problem, damaged, null, List.of(), null, Map.of(), List.of(), 0, List.of(),
                List.of(), List.of(), Map.of(), null, null, List.of(), lines, 0, inputs);
    }
}
