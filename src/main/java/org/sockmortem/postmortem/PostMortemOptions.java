package org.sockmortem.postmortem;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelRelease;

/**
 * What the user asks for, as it is meant.
 *
 * @param gapMicros the longest silence within a burst, in microseconds
 * @param since cuts the report, or {@code null}
 * @param until cuts the report, or {@code null}
 * @param zone of stamps without an offset, or {@code null}
 * @param year of the first stamp without one, or {@code null}
 * @param kernel the kernel that wrote the logs, or {@code null} to go by what they say
 * @param sysctlFile stands in for the host's readings, or {@code null}
 * @param memoryBytes the machine's memory, or {@code null}
 * @param host names the logs that name no host, or {@code null}
 * @param version of the program
 */
public record PostMortemOptions(
        long gapMicros,
        @Nullable TimeBound since,
        @Nullable TimeBound until,
        @Nullable ZoneId zone,
        @Nullable Integer year,
        @Nullable KernelRelease kernel,
        @Nullable String sysctlFile,
        @Nullable Long memoryBytes,
        @Nullable String host,
        String version) {
    /** One minute. */
    public static final long DEFAULT_GAP_MICROS = 60_000_000;
}
