package org.sockmortem.timeline;

import org.jspecify.annotations.Nullable;
import org.sockmortem.clock.Boot;
import org.sockmortem.event.KernelRelease;
import org.sockmortem.event.LimiterEra;
import org.sockmortem.source.SourceRef;

/**
 * What the log tells of one boot, apart from its bursts.
 *
 * @param boot which one
 * @param kernel which kernel ran
 * @param establishedHash slots of the established hash table, or {@code null}
 * @param memory of the machine, in bytes, or {@code null}
 */
public record BootFacts(
        Boot boot,
        Kernel kernel,
        @Nullable Told establishedHash,
        @Nullable Told memory) {

    /**
     * A number that a line tells.
     *
     * @param value the number
     * @param ref the line
     */
    public record Told(long value, SourceRef ref) {}

    /**
     * A kernel as far as it is known.
     *
     * @param release or {@code null}
     * @param wording {@code <=3.2}, {@code >=3.3} or {@code unknown}
     * @param era of its limiter
     * @param knownFrom {@code log}, {@code snapshot}, {@code option}, {@code wording} or {@code unknown}
     */
    public record Kernel(@Nullable KernelRelease release, String wording, LimiterEra era, String knownFrom) {}
}
