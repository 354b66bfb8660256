package org.sockmortem.diagnosis;

import java.util.List;
import java.util.Optional;

/**
 * How many neighbours a capture shows beside the limits of their table. From the second limit on each new one has the collector search for old ones, if that was not done for five seconds;
 * at the third none is added unless it finds some (neigh_alloc(), net/core/neighbour.c, 2.6.18 to 7.1).
 *
 * @param entries that the kernel counts, or that were listed, or empty
 * @param soft the second limit, by its name, or empty
 * @param hard the third, or empty
 * @param limits the name of a limit without its number
 */
record NeighbourCount(Optional<Known> entries, Optional<Known> soft, Optional<Known> hard, String limits) {
    /** Of one family. What was listed is of one namespace, and so at most what the limits are held against. */
    static NeighbourCount of(Case c, String cache, String family, String limits) {
        return new NeighbourCount(
                Known.anySysctl(c, List.of(cache + ".entries", "neigh." + family + ".listed")),
                Known.sysctl(c, limits + 2).filter(k -> !k.configured()),
                Known.sysctl(c, limits + 3).filter(k -> !k.configured()),
                limits);
    }

    boolean isFull() {
        return reaches(hard, 0);
    }

    boolean isPressed() {
        return isFull() || reaches(soft, 1);
    }

    private boolean reaches(Optional<Known> limit, long beyond) {
        return entries.isPresent()
                && limit.filter(l -> entries.get().value() >= l.value() + beyond)
                        .isPresent();
    }

    /** Says it, where anything was counted. */
    void describe(Draft draft) {
        entries.ifPresent(k -> {
            if (isFull()) {
                draft.because(
                        k.ref(),
                        "neighbour.full",
                        k.value(),
                        limits + 3,
                        hard.orElseThrow().value());
            } else if (isPressed()) {
                draft.because(
                        k.ref(),
                        "neighbour.pressed",
                        k.value(),
                        limits + 2,
                        soft.orElseThrow().value());
            } else {
                draft.because(k.ref(), "neighbour.entries", k.value());
            }
            CaptureTime.describe(draft, k);
        });
    }
}
