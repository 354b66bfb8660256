package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import org.sockmortem.diagnosis.catalogue.Quantity;

/**
 * The two causes behind {@code TCP: too many of orphaned sockets} and {@code Out of socket memory} of 3.2 and earlier, where nothing
 * captured decides between them.
 */
final class OrphansOrMemory implements Rule {
    @Override
    public String cause() {
        return "orphans-or-memory";
    }

    @Override
    public List<Finding> examine(Case c) {
        OldWording old = OldWording.of(c);
        if (old.bursts().isEmpty() || old.cause() != OldWording.Cause.UNDECIDED) {
            return List.of();
        }
        Draft draft = new Draft(cause(), old.bursts(), OrphanLimit.NAME, TcpMemory.NAME).said("old.line");
        old.describe(draft);
        OrphanLimit limit = OrphanLimit.of(c, old.bursts());
        limit.describe(draft);
        TcpMemory.of(c).ifPresentOrElse(m -> m.describe(draft), () -> draft.missing("old.memory.missing"));
        describeGauges(draft, c, limit);
        BootCounters.aborted(draft, c);
        Containers.describe(draft, c);
        CloseWait.adviseFirst(draft, c);
        draft.decide("old.gauge.missing")
                .action(Remedy.Kind.COLLECT, "old.collect")
                .action(Remedy.Kind.APPLICATION, "orphans.application");
        Containers.advise(draft, c);
        draft.avoid("old.not.tcp-mem");
        OrphanAdvice.warn(draft, c);
        return List.of(draft.finding(Severity.CRITICAL, Verdict.POSSIBLE));
    }

    /** What was in use, where nothing was captured to hold it against: it decides nothing, and is not kept back. */
    private static void describeGauges(Draft draft, Case c, OrphanLimit limit) {
        Optional<Known> orphans = Known.orphans(c);
        Optional<Known> pages = Known.tcpPages(c);
        orphans.ifPresent(o -> draft.because(
                o.ref(), limit.captured() == null ? "old.use.orphans" : "orphans.gauge.other-time", o.value()));
        pages.ifPresent(p -> draft.because(
                p.ref(), "memory.gauge", p.value(), Quantity.bytes(Quantity.times(p.value(), c.pageSize()))));
        orphans.or(() -> pages).ifPresent(k -> CaptureTime.describe(draft, k));
    }
}
