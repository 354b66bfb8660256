package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sockmortem.diagnosis.Case.HashSize;
import org.sockmortem.diagnosis.catalogue.Quantity;
import org.sockmortem.event.Signal;
import org.sockmortem.timeline.Burst;

/**
 * {@code tcp_max_orphans} below what the kernel had chosen (tcp_init(), net/ipv4/tcp.c): mostly by a sysctl.d file that was shipped or
 * copied, to the harm of a host that would have had no trouble.
 */
final class OrphanLimitLowered implements Rule {
    @Override
    public String cause() {
        return "orphan-limit-lowered";
    }

    @Override
    public List<Finding> examine(Case c) {
        List<Burst> bursts = c.bursts(
                Signal.TCP_ORPHANS, Signal.MPTCP_ORPHANS, Signal.TCP_ORPHANS_OR_MEMORY, Signal.TCP_SOCKET_MEMORY);
        OrphanLimit limit = OrphanLimit.of(c, bursts);
        Known captured = limit.captured();
        if (captured == null) {
            return List.of();
        }
        Optional<Long> proven = limit.byDefault();
        // Made of the memory's size the default may be off by one doubling: only what is below half of it counts as
        // lowered, and only what is far below it as surely so.
        Optional<Long> about = OrphanLimit.aboutDefault(c);
        Optional<Long> usual = proven.or(() -> about.map(a -> a / 2)).filter(u -> captured.value() < u);
        if (usual.isEmpty()) {
            return proven.filter(p -> !bursts.isEmpty() && !captured.configured()).stream()
                    .map(p -> new Draft(cause(), bursts, OrphanLimit.NAME)
                            .against(captured.ref(), "lowered.not", captured.value(), p)
                            .finding(Severity.INFO, Verdict.RULED_OUT))
                    .toList();
        }
        Draft draft = new Draft(cause(), bursts, OrphanLimit.NAME);
        draft.because(captured.ref(), "lowered.captured", captured.value());
        HashSize table = limit.hash();
        if (table != null) {
            draft.because(table.ref(), "orphans.limit.default", table.entries(), table.entries() / 2);
        } else {
            draft.because(null, "lowered.estimated", usual.get() * 2);
        }
        if (bursts.isEmpty()) {
            draft.because(null, "lowered.no-burst");
        }
        restore(draft, c, captured.value(), usual.get(), table != null);
        boolean sure = proven.isPresent() || captured.value() < usual.get() / 2;
        Verdict verdict = !bursts.isEmpty() && sure ? Verdict.LIKELY : Verdict.POSSIBLE;
        return List.of(draft.finding(bursts.isEmpty() ? Severity.INFO : Severity.WARNING, verdict));
    }

    /** Back to the kernel's choice, and away with the lines that would lower it again at the next boot. */
    private static void restore(Draft draft, Case c, long current, long usual, boolean proven) {
        List<Known> files = Known.configured(c, OrphanLimit.NAME).stream()
                .filter(k -> k.value() < usual)
                .toList();
        files.forEach(f -> draft.because(f.ref(), "lowered.file", f.where(), f.value()));
        Configuration.describe(draft, c, OrphanLimit.NAME);
        draft.decide(
                !proven
                        ? "lowered.boot-line.missing"
                        : draft.bursts().isEmpty() ? "lowered.need.missing" : "lowered.when.missing");
        String worst = Quantity.bytes(Quantity.times(usual, OrphanLimit.WORST_CASE_BYTES));
        if (OrphanRaise.isTooMuch(usual, c)) {
            // As 2.6.32 chose it, with a table of a slot for 8 KiB: back to it at once may be more than the memory
            // bears.
            OrphanRaise.advise(OrphanLimit.of(c, draft.bursts()), draft, c);
        } else {
            draft.set(
                    OrphanLimit.NAME,
                    usual,
                    proven ? "lowered.restore" : "lowered.restore.estimated",
                    current,
                    usual,
                    worst);
        }
        if (files.isEmpty()) {
            draft.action(Remedy.Kind.COLLECT, "lowered.find");
        } else {
            String lines = files.stream().map(Known::where).collect(Collectors.joining(", "));
            draft.action(Remedy.Kind.APPLICATION, "lowered.delete", lines);
        }
        draft.avoid("orphans.not.lower");
    }
}
