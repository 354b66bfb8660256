package org.sockmortem.clock;

import org.jspecify.annotations.Nullable;

/**
 * One run of a kernel.
 *
 * @param index from 0, in the order of the log
 * @param start when it began, as far as the log shows its beginning, or {@code null}
 * @param bootId the kernel's boot id, or {@code null}
 */
public record Boot(
        int index, @Nullable Moment start, @Nullable String bootId) {}
