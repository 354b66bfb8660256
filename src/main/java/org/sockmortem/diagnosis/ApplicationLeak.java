package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/**
 * A program that does not close what its peers have closed. Its sockets fill memory and file tables, and when it is restarted they all close at once; a higher limit only
 * puts that off.
 */
final class ApplicationLeak implements Rule {
    @Override
    public String cause() {
        return "application-leak";
    }

    @Override
    public List<Finding> examine(Case c) {
        Optional<CloseWait> found = CloseWait.of(c).filter(CloseWait::isMany);
        if (found.isEmpty()) {
            return List.of();
        }
        CloseWait leak = found.get();
        List<Burst> bursts = c.bursts(
                Signal.TCP_ORPHANS,
                Signal.MPTCP_ORPHANS,
                Signal.TCP_MEMORY,
                Signal.MPTCP_MEMORY,
                Signal.TCP_ORPHANS_OR_MEMORY,
                Signal.TCP_SOCKET_MEMORY,
                Signal.FILES_FILE_MAX);
        Draft draft = new Draft(cause(), bursts);
        leak.describe(draft);
        CaptureTime.describe(draft, leak.count());
        draft.because(null, "leak.no-timer");
        if (!bursts.isEmpty()) {
            draft.because(null, "leak.no-link");
        }
        draft.decide("leak.growth.missing")
                .action(Remedy.Kind.APPLICATION, "leak.application", leak.program())
                .action(Remedy.Kind.COLLECT, "leak.collect")
                .avoid("leak.not.limits")
                .avoid("leak.not.keepalive");
        return List.of(draft.finding(
                bursts.isEmpty() ? Severity.INFO : Severity.WARNING,
                leak.isLeak() ? Verdict.LIKELY : Verdict.POSSIBLE));
    }
}
