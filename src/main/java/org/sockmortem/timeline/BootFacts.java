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
 * @param establishedRef the line that says so, or {@code null}
 */
public record BootFacts(
        Boot boot,
        Kernel kernel,
        @Nullable Long establishedHash,
        @Nullable SourceRef establishedRef) {

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
