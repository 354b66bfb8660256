package org.sockmortem.diagnosis;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Catalogue;
import org.sockmortem.diagnosis.catalogue.Quantity;

/**
 * Where {@code net.ipv4.tcp_mem} stood, as far as anything tells; all in pages.
 *
 * @param low below it the kernel never presses
 * @param pressure above it buffers no longer grow
 * @param high above it closing sockets are cut
 * @param memory the machine's, in bytes, or {@code null}
 * @param pageSize in bytes
 */
record TcpMemory(
        Known low, Known pressure, Known high, @Nullable Known memory, long pageSize) {
    static final String NAME = "net.ipv4.tcp_mem";

    /** Half of the machine: TCP's buffers cannot be swapped, and the rest must live too. */
    private static final int MOST_OF_MEMORY = 2;

    /** 32 MiB: no machine of today starts with so little. */
    private static final long LITTLE_BYTES = 32L << 20;

    /** The captured vector; empty where it was not captured, or is no vector of three numbers. */
    static Optional<TcpMemory> of(Case c) {
        return Known.sysctl(c, NAME, 0, 3)
                .map(low -> new TcpMemory(
                        low,
                        Known.sysctl(c, NAME, 1, 3).orElseThrow(),
                        Known.sysctl(c, NAME, 2, 3).orElseThrow(),
                        Known.memory(c).orElse(null),
                        c.pageSize()));
    }

    long highBytes() {
        return Quantity.times(high.value(), pageSize);
    }

    /** Whether it is too little for any machine, however much memory it has. */
    boolean isTiny() {
        return highBytes() < LITTLE_BYTES;
    }

    /** {@code 372270 pages (1.42 GiB)}. */
    String highText() {
        return text(high.value());
    }

    String text(long pages) {
        return Sentences.of("pages", pages, Quantity.bytes(Quantity.times(pages, pageSize)));
    }

    /** Says where the high mark stood. */
    void describe(Draft draft) {
        String key = high.configured()
                ? "memory.limit.configured"
                : draft.bursts().isEmpty() ? "memory.limit.alone" : "memory.limit.captured";
        draft.because(
                high.ref(), key, low.value(), pressure.value(), high.value(), Quantity.bytes(highBytes()), pageSize);
        Known machine = memory;
        if (machine == null) {
            draft.missing("memory.machine.unknown");
        } else {
            draft.because(
                    machine.ref(),
                    "memory.share",
                    Quantity.percent(highBytes(), machine.value()),
                    Quantity.bytes(machine.value()));
        }
    }

    /** What the kernel chooses by itself on this machine, 2.6.32 and later; empty where its memory or release leaves that open. */
    static Optional<long[]> usual(Case c) {
        return Catalogue.find(NAME).flatMap(s -> s.defaultOn(c.machine()));
    }

    /** Within an eighth: the kernel reckons from the pages that were free at boot, the catalogue from all memory. */
    boolean isAbout(long usualHigh) {
        return Math.abs(high.value() - usualHigh) <= usualHigh / 8;
    }

    /** Puts all three back to the kernel's choice. */
    void adviseRestoring(Draft draft, long[] usual) {
        String value = Quantity.words(usual);
        draft.set(NAME, value, "misconfigured.restore", highText(), value, text(usual[2]));
    }

    /** Back to the kernel's choice where the limit is below it; else raises all three by half, where memory is known and allows it; else gives the formula. */
    void adviseRaising(Draft draft, Case c) {
        Optional<long[]> usual = usual(c).filter(u -> high.value() < u[2] && !isAbout(u[2]));
        if (usual.isPresent()) {
            adviseRestoring(draft, usual.get());
            return;
        }
        Known machine = memory;
        long target = high.value() + high.value() / 2;
        if (isTiny() && usual(c).isEmpty()) {
            draft.set(Map.of(), "misconfigured.compute", pageSize);
        } else if (machine == null) {
            draft.action(Remedy.Kind.COLLECT, "memory.raise.machine-unknown", highText());
        } else if (Quantity.times(target, pageSize) > machine.value() / MOST_OF_MEMORY) {
            draft.action(Remedy.Kind.COLLECT, "memory.raise.too-much", highText(), Quantity.bytes(machine.value()));
        } else {
            String value =
                    (low.value() + low.value() / 2) + " " + (pressure.value() + pressure.value() / 2) + " " + target;
            draft.set(
                    Map.of(NAME, value),
                    "memory.raise",
                    highText(),
                    text(target),
                    Quantity.percent(Quantity.times(target, pageSize), machine.value()),
                    Quantity.bytes(machine.value()));
        }
    }
}
