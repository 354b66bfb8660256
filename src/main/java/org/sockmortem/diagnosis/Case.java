package org.sockmortem.diagnosis;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sockmortem.diagnosis.catalogue.Machine;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.event.Signal;
import org.sockmortem.event.Wording;
import org.sockmortem.snapshot.SystemSnapshot;
import org.sockmortem.source.SourceRef;
import org.sockmortem.timeline.Burst;
import org.sockmortem.timeline.ContextEvent;
import org.sockmortem.timeline.Incident;

/**
 * Everything that a rule may look at: one host's bursts and what was captured beside them.
 *
 * @param host its name
 * @param release its kernel, or {@code null} where nothing tells
 * @param age what the wordings of its lines tell of the kernel; {@link Wording.Age#ANY} where they tell nothing
 * @param limiter the rate limiter's era
 * @param hashSizes of each boot whose log shows it, by the boot's index
 * @param memorySizes likewise: the machine's memory
 * @param bursts in order of their start
 * @param context occurrences of context signals, in order
 * @param incidents in order
 * @param snapshot captured state
 * @param memoryOption the machine's memory in bytes where the user told it, or {@code null}
 * @param pageSize of the machine, in bytes; 4096 unless something tells otherwise
 */
public record Case(
        String host,
        @Nullable KernelRelease release,
        Wording.Age age,
        LimiterEra limiter,
        Map<Integer, HashSize> hashSizes,
        Map<Integer, MemorySize> memorySizes,
        List<Burst> bursts,
        List<ContextEvent> context,
        List<Incident> incidents,
        SystemSnapshot snapshot,
        @Nullable Long memoryOption,
        long pageSize) {
    /** The page of x86 and of most arm64 kernels, in bytes. */
    public static final long USUAL_PAGE_SIZE = 4096;

    /** Copies the collections. */
    public Case {
        hashSizes = Map.copyOf(hashSizes);
        memorySizes = Map.copyOf(memorySizes);
        bursts = List.copyOf(bursts);
        context = List.copyOf(context);
        incidents = List.copyOf(incidents);
    }

    /**
     * The established hash table as a boot line tells it, {@code TCP established hash table entries: 131072}; tcp_init() in
     * net/ipv4/tcp.c derives its defaults from it, 2.6.32 and later.
     *
     * @param entries slots
     * @param ref the line
     */
    public record HashSize(long entries, SourceRef ref) {}

    /**
     * The machine's memory as a boot line tells it, {@code Memory: 16306832K/16776688K available}; a little more than MemTotal.
     *
     * @param bytes all of it
     * @param ref the line
     */
    public record MemorySize(long bytes, SourceRef ref) {}

    /** The bursts of these signals, in order. */
    List<Burst> bursts(Signal first, Signal... more) {
        Set<Signal> wanted = EnumSet.of(first, more);
        return bursts.stream().filter(b -> wanted.contains(b.signal())).toList();
    }

    /** The occurrences of these context signals, in order. */
    List<ContextEvent> context(Signal first, Signal... more) {
        Set<Signal> wanted = EnumSet.of(first, more);
        return context.stream().filter(e -> wanted.contains(e.signal())).toList();
    }

    /** Whether the kernel may be older than 2.6.32, and derive its defaults from another table and in steps. */
    boolean mayBeBefore2632() {
        KernelRelease kernel = release;
        return kernel == null
                ? age == Wording.Age.UP_TO_2_4 || age == Wording.Age.UP_TO_3_2
                : !kernel.atLeast(2, 6, 32);
    }

    /**
     * The hash table of the first of these bursts' boots that shows it, else of the last boot that does; {@code null} where none does, or where the kernel may not go by it.
     */
    @Nullable
    HashSize hashSize(List<Burst> bursts) {
        if (mayBeBefore2632()) {
            return null;
        }
        for (Burst burst : bursts) {
            HashSize size = hashSizes.get(burst.boot());
            if (size != null) {
                return size;
            }
        }
        return hashSizes.isEmpty() ? null : new TreeMap<>(hashSizes).lastEntry().getValue();
    }

    /** The memory of the first burst's boot if its log shows it, else of the last boot whose does; {@code null} where none does. */
    @Nullable
    MemorySize memorySize() {
        MemorySize own = bursts.isEmpty() ? null : memorySizes.get(bursts.get(0).boot());
        if (own != null || memorySizes.isEmpty()) {
            return own;
        }
        return new TreeMap<>(memorySizes).lastEntry().getValue();
    }

    /** What the kernel's defaults depend on. */
    Machine machine() {
        HashSize size = hashSize(bursts);
        return new Machine(
                release,
                Known.memory(this).map(Known::value).orElse(null),
                size == null ? null : size.entries(),
                pageSize);
    }
}
