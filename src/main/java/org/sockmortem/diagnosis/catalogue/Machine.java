package org.sockmortem.diagnosis.catalogue;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelRelease;

/**
 * What defaults depend on.
 *
 * @param release the kernel, or {@code null} where unknown
 * @param memory in bytes, or {@code null} where unknown
 * @param hash slots of the established hash table as the boot line tells them, or {@code null}
 * @param pageSize in bytes
 */
public record Machine(
        @Nullable KernelRelease release,
        @Nullable Long memory,
        @Nullable Long hash,
        long pageSize) {
    /** alloc_large_system_hash() is given this limit by tcp_init(), net/ipv4/tcp.c, 2.6.32 to 7.1. */
    private static final long MOST_SLOTS = 512 * 1024;

    /** A machine of 4 KiB pages. */
    public static Machine of(@Nullable KernelRelease release, @Nullable Long memory) {
        return new Machine(release, memory, null, 4096);
    }

    /**
     * Slots of the established hash table: as told, else what tcp_init() makes of the memory, one slot for 128 KiB (3.10 and later; 8 KiB before), up to a
     * power of two.
     */
    OptionalLong hashSlots() {
        Long told = hash;
        Long bytes = memory;
        if (told != null) {
            return OptionalLong.of(told);
        }
        if (bytes == null || bytes <= 0) {
            return OptionalLong.empty();
        }
        boolean old = release != null && !release.atLeast(3, 10, 0);
        long wanted = Math.max(1, bytes / ((old ? 8L : 128L) * 1024));
        long power = Long.highestOneBit(wanted) == wanted ? wanted : Long.highestOneBit(wanted) << 1;
        return OptionalLong.of(Math.min(power, MOST_SLOTS));
    }

    /** Pages of memory. */
    OptionalLong pages() {
        return memory == null ? OptionalLong.empty() : OptionalLong.of(memory / pageSize);
    }
}
