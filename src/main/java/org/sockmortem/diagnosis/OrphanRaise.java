package org.sockmortem.diagnosis;

import java.util.Optional;
import org.sockmortem.diagnosis.catalogue.Quantity;

/**
 * What to raise the limit on orphans to: back to the kernel's own choice where it is below that, else to the next doubling above what the bursts would have needed, and never beyond
 * what the machine's memory can bear.
 */
final class OrphanRaise {
    /** Fewer orphans than these tell nothing of what one of them holds. */
    private static final long MANY = 1000;

    private static final String RAISE = "orphans.raise";

    private OrphanRaise() {}

    /**
     * A value to go to, and how that is told.
     *
     * @param key of the sentence
     */
    private record Target(long value, String key) {}

    /** Raises the limit if it is known and memory allows; else says how to find out, and the formula. */
    static void advise(OrphanLimit limit, Draft draft, Case c) {
        Known known = limit.captured();
        if (known == null) {
            draft.action(
                    Remedy.Kind.COLLECT,
                    "orphans.raise.read-first",
                    limit.byDefault()
                            .map(d -> Sentences.of("orphans.raise.default", d))
                            .orElse(""));
            return;
        }
        long current = Math.max(1, known.value());
        Optional<Long> demand = OrphanDemand.describe(draft, c, current);
        Target target = target(limit, c, current, demand);
        if (isTooMuch(target.value(), c) && target.value() > Quantity.times(current, 2)) {
            // The kernel's own choice, or the burst's demand, is too much for this memory: one doubling may not be.
            target = new Target(Quantity.times(current, 2), RAISE);
        }
        String text = Sentences.of(target.key(), current, target.value());
        if (!isTooMuch(target.value(), c)) {
            draft.setAs(OrphanLimit.NAME, target.value(), text + " " + price(target, c));
            return;
        }
        Optional<String> measured = measured(c, target.value());
        if (measured.isPresent()) {
            draft.setAs(OrphanLimit.NAME, target.value(), text + " " + measured.get());
        } else {
            draft.action(
                    Remedy.Kind.COLLECT,
                    "orphans.raise.too-much",
                    current,
                    target.value(),
                    Quantity.bytes(worst(target.value())),
                    Quantity.bytes(Known.memory(c).orElseThrow().value()));
        }
    }

    private static Target target(OrphanLimit limit, Case c, long current, Optional<Long> demand) {
        Optional<Target> own = limit.byDefault()
                .map(d -> new Target(d, "orphans.restore"))
                .or(() -> OrphanLimit.aboutDefault(c).map(d -> new Target(d / 2, "orphans.restore.estimated")))
                .filter(t -> t.value() > current);
        long least = demand.orElse(current);
        if (own.isPresent() && own.get().value() > least) {
            return own.get();
        }
        // a limit of nothing does not grow by doubling, and the largest number no further
        long target = Quantity.times(Math.max(1, current), 2);
        while (target <= least && target < Long.MAX_VALUE) {
            target = Quantity.times(target, 2);
        }
        return new Target(target, RAISE);
    }

    private static long worst(long orphans) {
        return Quantity.times(orphans, OrphanLimit.WORST_CASE_BYTES);
    }

    /** Whether so many orphans could hold more than half of the memory; not where that is unknown. */
    static boolean isTooMuch(long orphans, Case c) {
        return Known.memory(c).filter(m -> worst(orphans) > m.value() / 2).isPresent();
    }

    private static String price(Target target, Case c) {
        String worst = Quantity.bytes(worst(target.value()));
        boolean own = !target.key().equals(RAISE);
        return Known.memory(c)
                .map(m -> Sentences.of("orphans.price", target.value(), worst, Quantity.bytes(m.value())))
                .orElseGet(() -> Sentences.of(
                        own ? "orphans.price.own" : "orphans.price.memory-unknown", target.value(), worst));
    }

    /**
     * What so many orphans would take, reckoned from a capture with many of them, where that is far from all memory; empty where no such capture
     * is at hand. All that TCP held is put down to the orphans, so that the figure is rather too high.
     */
    private static Optional<String> measured(Case c, long target) {
        Optional<Known> orphans = Known.orphans(c).filter(o -> o.value() >= MANY);
        Optional<Known> pages = Known.tcpPages(c);
        Optional<Known> memory = Known.memory(c);
        if (orphans.isEmpty() || pages.isEmpty() || memory.isEmpty()) {
            return Optional.empty();
        }
        long held = Quantity.times(pages.get().value(), c.pageSize());
        long expected = Quantity.times(held / orphans.get().value() + 1, target);
        return expected > memory.get().value() / 4
                ? Optional.empty()
                : Optional.of(Sentences.of(
                        "orphans.price.measured",
                        orphans.get().value(),
                        Quantity.bytes(held),
                        target,
                        Quantity.bytes(expected),
                        Quantity.bytes(memory.get().value())));
    }
}
