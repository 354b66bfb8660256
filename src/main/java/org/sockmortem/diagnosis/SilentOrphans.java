package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Orphans above their limit, or sockets that were cut, without a line in the log: it does not reach so far, lines of level info were not kept, or nothing was closed meanwhile.
 */
final class SilentOrphans {
    private SilentOrphans() {}

    /**
     * What the capture alone tells.
     *
     * @param cutsExplained whether lines of the log explain already why sockets were cut
     */
    static Optional<Finding> find(Case c, boolean cutsExplained) {
        OrphanLimit limit = OrphanLimit.of(c, List.of());
        Known captured = limit.captured();
        Optional<Known> above = captured == null || captured.configured()
                ? Optional.empty()
                : Known.orphans(c).filter(o -> o.value() > captured.value());
        Optional<Known> cut = BootCounters.tcp(c, "TCPAbortOnMemory").filter(k -> k.value() > 0 && !cutsExplained);
        if (above.isEmpty() && cut.isEmpty()) {
            return Optional.empty();
        }
        Draft draft = new Draft("orphan-limit-reached", List.of(), OrphanLimit.NAME);
        above.ifPresent(o -> draft.because(
                o.ref(),
                "silent.orphans.above",
                o.value(),
                Objects.requireNonNull(captured).value()));
        cut.ifPresent(k -> draft.because(k.ref(), "counter.abort", k.value(), BootCounters.since(c)));
        boolean calm = weighPressure(draft, c, above.isPresent());
        draft.because(null, "silent.no-line");
        limit.describe(draft);
        Configuration.describe(draft, c, OrphanLimit.NAME);
        Containers.describe(draft, c);
        OrphanRaise.advise(limit, draft, c);
        draft.action(Remedy.Kind.APPLICATION, "orphans.application").action(Remedy.Kind.COLLECT, "orphans.collect");
        OrphanAdvice.shorten(draft, c);
        draft.action(Remedy.Kind.COLLECT, "orphans.watch");
        OrphanAdvice.warn(draft, c);
        Verdict verdict = above.isPresent() ? Verdict.CONFIRMED : calm ? Verdict.LIKELY : Verdict.POSSIBLE;
        return Optional.of(draft.finding(Severity.WARNING, verdict));
    }

    /** Whether memory is out of the question, for TCP never was above even its second mark. */
    private static boolean weighPressure(Draft draft, Case c, boolean sure) {
        Optional<Known> pressed = BootCounters.tcp(c, "TCPMemoryPressures");
        boolean calm = pressed.filter(k -> k.value() == 0).isPresent();
        if (!sure && calm) {
            draft.because(pressed.get().ref(), "silent.orphans.calm").decide("silent.decide.log");
        } else if (!sure) {
            pressed.ifPresent(k -> draft.against(k.ref(), "silent.orphans.pressed", k.value()));
            draft.decide("silent.decide.sockstat");
        }
        return calm;
    }
}
