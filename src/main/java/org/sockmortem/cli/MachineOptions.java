package org.sockmortem.cli;

import org.jspecify.annotations.Nullable;
import org.sockmortem.event.KernelRelease;
import picocli.CommandLine.Option;

/** What kernels decide by, where the input does not tell it: the same words for all commands. */
final class MachineOptions {
    @Option(
            names = "--kernel",
            paramLabel = "RELEASE",
            converter = Words.KernelWord.class,
            description = "The kernel in question, such as 6.1.0 or 3.10.0-1062.el7.")
    private @Nullable KernelRelease kernel;

    @Option(
            names = "--memory",
            paramLabel = "SIZE",
            converter = Words.SizeWord.class,
            description = "The machine's memory, such as 16GiB.")
    private @Nullable Long memory;

    /** The kernel's release, or {@code null}. */
    @Nullable
    KernelRelease kernel() {
        return kernel;
    }

    /** The memory in bytes, or {@code null}. */
    @Nullable
    Long memory() {
        return memory;
    }
}
